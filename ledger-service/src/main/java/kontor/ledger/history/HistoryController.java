package kontor.ledger.history;

import kontor.ledger.purchase.PurchaseView;
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

/** What was bought; members see their own, admins all. */
@RestController
@RequestMapping("/api/v1/shelf-purchases")
class HistoryController {

    private final PurchaseRows purchases;

    HistoryController(PurchaseRows purchases) {
        this.purchases = purchases;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<PurchaseView> list(
            @Listing(
                            sort = "-at",
                            filters = {"memberId", "productId", "revoked", "adminId", "from", "to", "externalId"})
                    ListRequest request,
            Caller caller) {
        return purchases.page(request, caller);
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<PurchaseWithHistory> one(@PathVariable long id, Caller caller) {
        PurchaseWithHistory found = purchases.one(id, caller);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(found.purchase().version()))
                .body(found);
    }
}
