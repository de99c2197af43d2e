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

/** Adjustments of a purchase, for those who see it (O-26); others get {@code not-found}. */
@RestController
@RequestMapping("/api/v1/market-purchases/{id}/adjustments")
class AdjustmentController {

    private final AdjustmentViews views;

    AdjustmentController(AdjustmentViews views) {
        this.views = views;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<AdjustmentView> adjustments(
            @PathVariable long id, @Listing(sort = "at", filters = "externalId") ListRequest request, Caller caller) {
        return views.page(id, request, Viewer.of(caller));
    }

    @GetMapping("/{adjustmentId}")
    @Access(Who.VERIFIED)
    ResponseEntity<AdjustmentView> adjustment(@PathVariable long id, @PathVariable long adjustmentId, Caller caller) {
        AdjustmentView adjustment = views.one(id, adjustmentId, Viewer.of(caller));
        return ResponseEntity.ok().eTag(IfMatch.etag(adjustment.version())).body(adjustment);
    }
}
