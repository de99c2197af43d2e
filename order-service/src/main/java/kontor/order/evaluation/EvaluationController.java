package kontor.order.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase.Levels;
import kontor.order.purchase.PurchaseFact.Side;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKey;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What buyer and seller thought of a purchase, each by his own path: written once it is DONE, read by whoever may read
 * the purchase (O-26, O-31).
 */
@RestController
@RequestMapping("/api/v1/market-purchases/{id}/evaluations")
class EvaluationController {

    private static final int COMMENT_MOST = 2_000;

    /** Evaluations are never edited. */
    private static final String ETAG = IfMatch.etag(1);

    private final Evaluating evaluating;
    private final RequestKeys keys;

    EvaluationController(Evaluating evaluating, RequestKeys keys) {
        this.evaluating = evaluating;
        this.keys = keys;
    }

    @PostMapping("/buyer")
    @Access(Who.MEMBER)
    ResponseEntity<EvaluationView> byBuyer(
            @PathVariable long id, @Valid @RequestBody BuyerRequest request, Caller caller) {
        Levels levels = new Levels(request.levelPack(), request.levelGoods(), request.level());
        return created(id, Side.BUYER, levels, request.comment(), keys.ifSent(request), caller);
    }

    @PostMapping("/seller")
    @Access(Who.MEMBER)
    ResponseEntity<EvaluationView> bySeller(
            @PathVariable long id, @Valid @RequestBody SellerRequest request, Caller caller) {
        Levels levels = new Levels(null, null, request.level());
        return created(id, Side.SELLER, levels, request.comment(), keys.ifSent(request), caller);
    }

    @GetMapping("/buyer")
    @Access(Who.VERIFIED)
    ResponseEntity<EvaluationView> ofBuyer(@PathVariable long id, Caller caller) {
        return ResponseEntity.ok().eTag(ETAG).body(evaluating.one(id, Side.BUYER, Viewer.of(caller)));
    }

    @GetMapping("/seller")
    @Access(Who.VERIFIED)
    ResponseEntity<EvaluationView> ofSeller(@PathVariable long id, Caller caller) {
        return ResponseEntity.ok().eTag(ETAG).body(evaluating.one(id, Side.SELLER, Viewer.of(caller)));
    }

    private ResponseEntity<EvaluationView> created(
            long id, Side side, Levels levels, @Nullable String comment, RequestKey key, Caller caller) {
        EvaluationView evaluation =
                evaluating.evaluate(new Evaluate(key, id, side, levels, comment, Viewer.of(caller), Actor.of(caller)));
        String path = side == Side.BUYER ? "buyer" : "seller";
        return ResponseEntity.created(URI.create("/api/v1/market-purchases/%d/evaluations/%s".formatted(id, path)))
                .eTag(ETAG)
                .body(evaluation);
    }

    /** Levels from 1 to 10: packaging, goods, overall. */
    record BuyerRequest(
            @NotNull @Min(1) @Max(10) Integer levelPack,
            @NotNull @Min(1) @Max(10) Integer levelGoods,
            @NotNull @Min(1) @Max(10) Integer level,

            @Nullable @Text(max = COMMENT_MOST, lines = true)
            String comment) {}

    /** An overall level from 1 to 10. */
    record SellerRequest(
            @NotNull @Min(1) @Max(10) Integer level,

            @Nullable @Text(max = COMMENT_MOST, lines = true)
            String comment) {}
}
