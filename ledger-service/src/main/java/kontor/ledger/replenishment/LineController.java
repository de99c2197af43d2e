package kontor.ledger.replenishment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import kontor.ledger.account.Money;
import kontor.ledger.replenishment.CollectionView.LineView;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lines of all collections; seller and product of a line are fixed. */
@RestController
@RequestMapping("/api/v1/replenishments")
class LineController {

    private final ChangingReplenishments changing;
    private final LineRows rows;
    private final RequestKeys keys;

    LineController(ChangingReplenishments changing, LineRows rows, RequestKeys keys) {
        this.changing = changing;
        this.rows = rows;
        this.keys = keys;
    }

    /** What may be corrected later. */
    record LinePatch(
            @Required Sent<@Min(1) @Max(CollectionController.MOST_PIECES) Integer> amount,
            @Required Sent<@Min(-Money.MOST_MINOR) @Max(Money.MOST_MINOR) Long> totalPriceMinor) {}

    /** Which way to switch. */
    record LineSwitch(@NotNull Boolean revoked) {}

    @GetMapping
    @Access(Who.VERIFIED)
    Page<LineRows.LineOfSeller> list(
            @Listing(
                            sort = "-at",
                            filters = {"collectionId", "sellerId", "productId", "revoked", "from", "to", "externalId"})
                    ListRequest request,
            Caller caller) {
        return rows.page(request, caller);
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<LineRows.LineWithHistory> one(@PathVariable long id, Caller caller) {
        LineRows.LineWithHistory found = rows.one(id, caller);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(found.line().line().version()))
                .body(found);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<LineView> edit(
            @PathVariable long id, @Valid @RequestBody LinePatch request, Caller caller, IfMatch expected) {
        LineView edited = changing.edit(new ChangingReplenishments.EditLine(
                caller.memberId(), id, expected, request.amount(), request.totalPriceMinor()));
        return ResponseEntity.ok().eTag(IfMatch.etag(edited.version())).body(edited);
    }

    @PostMapping("/{id}/revocations")
    @Access(Who.ADMIN)
    ResponseEntity<LineView> switchOver(@PathVariable long id, @Valid @RequestBody LineSwitch request, Caller caller) {
        LineView switched = changing.switchLine(
                new ChangingReplenishments.Switch(keys.of(request), caller.memberId(), id, request.revoked()));
        return ResponseEntity.created(URI.create("/api/v1/replenishments/" + id))
                .eTag(IfMatch.etag(switched.version()))
                .body(switched);
    }
}
