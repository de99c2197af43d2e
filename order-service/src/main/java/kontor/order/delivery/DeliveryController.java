package kontor.order.delivery;

import jakarta.validation.Valid;
import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase.Tracking;
import kontor.order.trade.PurchaseView;
import kontor.order.trade.PurchaseViews;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps of purchases; who is no party of the step gets {@code forbidden}, a stranger {@code not-found}. */
@RestController
@RequestMapping("/api/v1/market-purchases/{id}")
class DeliveryController {

    private final Delivering delivering;
    private final PurchaseViews views;
    private final RequestKeys keys;

    DeliveryController(Delivering delivering, PurchaseViews views, RequestKeys keys) {
        this.delivering = delivering;
        this.views = views;
        this.keys = keys;
    }

    /** What the seller notes of the parcel. May be left out. */
    record Shipment(
            @Nullable @Text String trackingNumber,
            @Nullable @Text(max = 50) String sellerReference) {}

    /** Has no fields; may be left out. */
    record Confirmation() {}

    /** Has no fields; may be left out. */
    record PurchaseCancellation() {}

    /** What the seller noted of a shipped parcel. */
    record TrackingPatch(Sent<@Text String> trackingNumber, Sent<@Text(max = 50) String> sellerReference) {

        Tracking patch(Tracking is) {
            return new Tracking(trackingNumber.or(is.trackingNumber()), sellerReference.or(is.sellerReference()));
        }
    }

    @PostMapping("/shipment")
    @Access(Who.MEMBER)
    ResponseEntity<PurchaseView> ship(
            @PathVariable long id, @Valid @RequestBody(required = false) @Nullable Shipment request, Caller caller) {
        Shipment wanted = request == null ? new Shipment(null, null) : request;
        Tracking tracking = new Tracking(wanted.trackingNumber(), wanted.sellerReference());
        return answer(delivering.ship(command(wanted, id, caller), tracking));
    }

    @PostMapping("/confirmation")
    @Access(Who.MEMBER)
    ResponseEntity<PurchaseView> confirm(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable Confirmation request,
            Caller caller) {
        return answer(delivering.confirm(command(new Confirmation(), id, caller)));
    }

    @PostMapping("/cancellation")
    @Access(Who.MEMBER)
    ResponseEntity<PurchaseView> cancelPurchase(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable PurchaseCancellation request,
            Caller caller) {
        return answer(delivering.cancel(command(new PurchaseCancellation(), id, caller)));
    }

    @PatchMapping
    @Access(Who.MEMBER)
    ResponseEntity<PurchaseView> correct(
            @PathVariable long id, @Valid @RequestBody TrackingPatch request, Caller caller, IfMatch expected) {
        delivering.correct(
                new Delivering.CorrectTracking(Actor.of(caller), Viewer.of(caller), id, request::patch, expected));
        return answer(views.one(id, Viewer.of(caller)));
    }

    private MovePurchase command(Object request, long id, Caller caller) {
        return new MovePurchase(keys.of(request), Actor.of(caller), Viewer.of(caller), id);
    }

    private static ResponseEntity<PurchaseView> answer(PurchaseView purchase) {
        return ResponseEntity.ok().eTag(IfMatch.etag(purchase.version())).body(purchase);
    }
}
