package kontor.order.listing;

import kontor.order.party.Owner;
import kontor.order.ticket.OrderReaders;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders to read: customers their own, admins all, staff those of their tickets (G-23); else {@code not-found}. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderController {

    private final OrderViews views;
    private final OrderReaders readers;

    OrderController(OrderViews views, OrderReaders readers) {
        this.views = views;
        this.readers = readers;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<OrderView> list(
            @Listing(
                            sort = {"-placedAt", "deadline", "netMinor"},
                            filters = {
                                "status",
                                "unfinished",
                                "customerId",
                                "productId",
                                "paymentMethodId",
                                "minNetMinor",
                                "minItems",
                                "from",
                                "to",
                                "externalId"
                            })
                    ListRequest request,
            Caller caller) {
        return views.page(request, Owner.of(caller));
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<OrderView> one(@PathVariable long id, Caller caller) {
        OrderView order = views.one(id, readers.of(caller, id));
        return ResponseEntity.ok().eTag(IfMatch.etag(order.version())).body(order);
    }

    @GetMapping("/{id}/items/{itemId}")
    @Access(Who.VERIFIED)
    ResponseEntity<ItemView> item(@PathVariable long id, @PathVariable long itemId, Caller caller) {
        ItemView item = views.item(id, itemId, readers.of(caller, id));
        return ResponseEntity.ok().eTag(IfMatch.etag(item.version())).body(item);
    }
}
