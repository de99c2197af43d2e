package kontor.ledger.revocation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import kontor.ledger.purchase.PurchaseView;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Revocations of shelf purchases. */
@RestController
class RevocationController {

    private final SwitchingPurchases switching;
    private final RequestKeys keys;

    RevocationController(SwitchingPurchases switching, RequestKeys keys) {
        this.switching = switching;
        this.keys = keys;
    }

    /** Which way to switch, and why. */
    record PurchaseSwitch(
            @NotNull Boolean revoked,
            @Text(max = 64) @Nullable String reason) {}

    @PostMapping("/api/v1/shelf-purchases/{id}/revocations")
    @Access(Who.MEMBER)
    ResponseEntity<PurchaseView> switchOver(
            @PathVariable long id, @Valid @RequestBody PurchaseSwitch request, Caller caller) {
        PurchaseView switched = switching.switchOver(new SwitchPurchase(
                keys.of(request), id, caller.memberId(), caller.isAdmin(), request.revoked(), request.reason()));
        return ResponseEntity.created(URI.create("/api/v1/shelf-purchases/" + id))
                .eTag(IfMatch.etag(switched.version()))
                .body(switched);
    }
}
