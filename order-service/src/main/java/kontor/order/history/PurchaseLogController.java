package kontor.order.history;

import kontor.order.party.Viewer;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log of a purchase, for those who see it (O-26); others get {@code not-found}. */
@RestController
@RequestMapping("/api/v1/market-purchases")
class PurchaseLogController {

    private final PurchaseLogRows rows;

    PurchaseLogController(PurchaseLogRows rows) {
        this.rows = rows;
    }

    @GetMapping("/{id}/log")
    @Access(Who.VERIFIED)
    Page<PurchaseLogRows.PurchaseLogRow> purchaseLog(
            @PathVariable long id, @Listing(sort = "at", filters = "externalId") ListRequest request, Caller caller) {
        return rows.page(id, request, Viewer.of(caller));
    }
}
