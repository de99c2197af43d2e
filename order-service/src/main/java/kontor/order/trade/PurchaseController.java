package kontor.order.trade;

import kontor.order.party.Viewer;
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

/** Purchases to read: parties their own, admins all, staff those of their tickets (O-26); else {@code not-found}. */
@RestController
@RequestMapping("/api/v1/market-purchases")
class PurchaseController {

    private final PurchaseViews views;

    PurchaseController(PurchaseViews views) {
        this.views = views;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<PurchaseView> purchases(
            @Listing(
                            sort = "-openedAt",
                            filters = {"role", "status", "from", "to", "externalId"})
                    ListRequest request,
            Caller caller) {
        return views.page(request, Viewer.of(caller));
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<PurchaseView> purchase(@PathVariable long id, Caller caller) {
        PurchaseView purchase = views.one(id, Viewer.of(caller));
        return ResponseEntity.ok().eTag(IfMatch.etag(purchase.version())).body(purchase);
    }
}
