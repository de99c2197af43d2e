package kontor.order.moving;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kontor.decision.Wait;
import kontor.order.listing.ItemView;
import kontor.order.listing.OrderView;
import kontor.order.listing.OrderViews;
import kontor.order.order.LockedOrder;
import kontor.order.party.Actor;
import kontor.order.party.Owner;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What admins edit of orders and items; another amount is decided by the catalog (O-8). */
@RestController
@RequestMapping("/api/v1/orders/{id}")
class EditController {

    private static final long MOST_PIECES = 10_000;

    private final ChangingOrders orders;
    private final ItemDesk items;
    private final OrderViews views;

    EditController(ChangingOrders orders, ItemDesk items, OrderViews views) {
        this.orders = orders;
        this.items = items;
        this.views = views;
    }

    /** Terms of an order; no billing site means the customer's main one. */
    record OrderPatch(
            @Required Sent<Instant> deadline,
            Sent<Long> billingSiteId,
            @Required Sent<Long> paymentMethodId) {

        LockedOrder.Terms patch(LockedOrder.Terms is) {
            return new LockedOrder.Terms(
                    Objects.requireNonNull(deadline.or(is.deadline())),
                    billingSiteId.or(is.billingSiteId()),
                    Objects.requireNonNull(paymentMethodId.or(is.paymentMethodId())));
        }
    }

    /** Net price in minor units, and pieces. */
    record ItemPatch(
            @Required Sent<@Min(0) @Max(MOST_MINOR) Long> unitPriceMinor,
            @Required Sent<@Min(1) @Max(MOST_PIECES) Integer> amount) {}

    @PatchMapping
    @Access(Who.ADMIN)
    ResponseEntity<OrderView> edit(@PathVariable long id, @Valid @RequestBody OrderPatch request, IfMatch expected) {
        orders.edit(new ChangingOrders.EditOrder(id, request::patch, expected));
        OrderView order = views.one(id, Owner.ANY);
        return ResponseEntity.ok().eTag(IfMatch.etag(order.version())).body(order);
    }

    @PatchMapping("/items/{itemId}")
    @Access(Who.ADMIN)
    ResponseEntity<ItemView> change(
            @PathVariable long id,
            @PathVariable long itemId,
            @Valid @RequestBody ItemPatch request,
            Caller caller,
            IfMatch expected,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer) {
        Wait wait = Wait.of(prefer);
        ItemDesk.Changed changed = items.take(
                new ChangeItem(id, itemId, request.unitPriceMinor(), request.amount(), Actor.of(caller), expected),
                wait);
        ItemView item = changed.item();
        ResponseEntity.BodyBuilder answer = changed.isDecided()
                ? ResponseEntity.ok()
                : ResponseEntity.status(HttpStatus.ACCEPTED)
                        .location(URI.create("/api/v1/orders/%d/items/%d".formatted(id, itemId)));
        return answer.eTag(IfMatch.etag(item.version())).headers(wait::applyTo).body(item);
    }
}
