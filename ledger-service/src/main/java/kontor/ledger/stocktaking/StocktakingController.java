package kontor.ledger.stocktaking;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stocktakings, by admins. */
@RestController
@RequestMapping("/api/v1/stocktakings")
class StocktakingController {

    private static final int MOST_LINES = 5_000;
    private static final int MOST_PIECES = 1_000_000;

    private final Counting counting;
    private final ChangingStocktakings changing;
    private final StocktakingRows rows;
    private final RequestKeys keys;

    StocktakingController(Counting counting, ChangingStocktakings changing, StocktakingRows rows, RequestKeys keys) {
        this.counting = counting;
        this.changing = changing;
        this.rows = rows;
        this.keys = keys;
    }

    /** What was counted, and when. */
    record StocktakingRequest(
            @NotNull Instant at,

            @NotNull @Size(min = 1, max = MOST_LINES) List<@NotNull @Valid StocktakingLineRequest> lines) {

        MakeStocktaking toCommand(RequestKeys keys, UUID adminId) {
            List<CountView> counted =
                    lines.stream().map(StocktakingLineRequest::toLine).toList();
            return new MakeStocktaking(keys.of(this), adminId, at, counted);
        }
    }

    /** Pieces of a product. */
    record StocktakingLineRequest(
            @NotNull Long productId,
            @NotNull @Min(0) @Max(MOST_PIECES) Integer count,
            @Nullable Boolean keepActive) {

        CountView toLine() {
            return new CountView(productId, count, keepActive != null && keepActive);
        }
    }

    /** What may be corrected later. */
    record StocktakingLinePatch(@Required Sent<@Min(0) @Max(MOST_PIECES) Integer> count) {}

    /** Which way to switch. */
    record StocktakingSwitch(@NotNull Boolean revoked) {}

    @GetMapping
    @Access(Who.ADMIN)
    Page<StocktakingView> list(
            @Listing(
                            sort = "-at",
                            filters = {"revoked", "from", "to", "externalId"})
                    ListRequest request) {
        return rows.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<StocktakingRows.StocktakingWithHistory> one(@PathVariable long id) {
        StocktakingRows.StocktakingWithHistory found = rows.one(id);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(found.stocktaking().version()))
                .body(found);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<StocktakingWithLines> count(@Valid @RequestBody StocktakingRequest request, Caller caller) {
        StocktakingWithLines made = counting.count(request.toCommand(keys, caller.memberId()));
        return ResponseEntity.created(location(made.id()))
                .eTag(IfMatch.etag(made.version()))
                .body(made);
    }

    @GetMapping("/{id}/lines/{productId}")
    @Access(Who.ADMIN)
    ResponseEntity<StocktakingRows.CountOfVersion> line(@PathVariable long id, @PathVariable long productId) {
        return shown(rows.line(id, productId));
    }

    @PatchMapping("/{id}/lines/{productId}")
    @Access(Who.ADMIN)
    ResponseEntity<StocktakingRows.CountOfVersion> correct(
            @PathVariable long id,
            @PathVariable long productId,
            @Valid @RequestBody StocktakingLinePatch request,
            Caller caller,
            IfMatch expected) {
        return shown(changing.correct(
                new ChangingStocktakings.CorrectCount(caller.memberId(), id, productId, expected, request.count())));
    }

    @PostMapping("/{id}/revocations")
    @Access(Who.ADMIN)
    ResponseEntity<StocktakingView> switchOver(
            @PathVariable long id, @Valid @RequestBody StocktakingSwitch request, Caller caller) {
        StocktakingView switched = changing.switchOver(
                new ChangingStocktakings.Switch(keys.of(request), caller.memberId(), id, request.revoked()));
        return ResponseEntity.created(location(id))
                .eTag(IfMatch.etag(switched.version()))
                .body(switched);
    }

    private static ResponseEntity<StocktakingRows.CountOfVersion> shown(StocktakingRows.CountOfVersion line) {
        return ResponseEntity.ok().eTag(IfMatch.etag(line.version())).body(line);
    }

    private static URI location(long id) {
        return URI.create("/api/v1/stocktakings/" + id);
    }
}
