package kontor.order.moving;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import kontor.order.listing.OrderView;
import kontor.order.order.OrderStatus;
import kontor.order.party.Actor;
import kontor.order.party.Owner;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps of orders: admins move, customers cancel what is theirs and not begun (O-7). */
@RestController
@RequestMapping("/api/v1/orders")
class MovingController {

    private static final int MOST_ORDERS = 100;

    private final Moving moving;
    private final BulkMoving bulk;
    private final RequestKeys keys;

    MovingController(Moving moving, BulkMoving bulk, RequestKeys keys) {
        this.moving = moving;
        this.bulk = bulk;
        this.keys = keys;
    }

    /** Where it shall stand. */
    record StatusRequest(@NotNull OrderStatus status) {}

    /** Where the orders shall stand. */
    record BulkRequest(
            @NotNull @Size(min = 1, max = MOST_ORDERS) @UniqueElements
            List<@NotNull Long> orderIds,

            @NotNull OrderStatus status) {}

    /** Has no fields; may be left out. */
    record Cancellation() {}

    @PostMapping("/{id}/status")
    @Access(Who.ADMIN)
    ResponseEntity<OrderView> move(@PathVariable long id, @Valid @RequestBody StatusRequest request, Caller caller) {
        return answer(moving.move(new MoveOrder(keys.of(request), Actor.of(caller), id, request.status())));
    }

    @PostMapping("/{id}/items/{itemId}/status")
    @Access(Who.ADMIN)
    ResponseEntity<OrderView> moveItem(
            @PathVariable long id,
            @PathVariable long itemId,
            @Valid @RequestBody StatusRequest request,
            Caller caller) {
        return answer(moving.moveItem(new MoveItem(keys.of(request), Actor.of(caller), id, itemId, request.status())));
    }

    @PostMapping("/bulk/status")
    @Access(Who.ADMIN)
    BulkMoving.Results moveAll(@Valid @RequestBody BulkRequest request, Caller caller) {
        return bulk.move(keys.of(request), Actor.of(caller), request.orderIds(), request.status());
    }

    @PostMapping("/{id}/cancellation")
    @Access(Who.MEMBER)
    ResponseEntity<OrderView> cancel(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable Cancellation request,
            Caller caller) {
        return answer(
                moving.cancel(new CancelOrder(keys.of(new Cancellation()), Actor.of(caller), Owner.of(caller), id)));
    }

    private static ResponseEntity<OrderView> answer(OrderView order) {
        return ResponseEntity.ok().eTag(IfMatch.etag(order.version())).body(order);
    }
}
