package kontor.order.settlement;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import kontor.decision.LateRefusal;
import kontor.decision.Wait;
import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.purchase.Adjustment;
import kontor.order.trade.AdjustmentView;
import kontor.order.trade.PurchaseView;
import kontor.platform.rejection.ForbiddenField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ProblemWriter;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money of purchases: buyers pay, losing parties and mediators adjust (O-23, O-27). */
@RestController
@RequestMapping("/api/v1/market-purchases/{id}")
class SettlementController {

    private static final String PATH = "/api/v1/market-purchases/%d";

    private final PaymentDesk payments;
    private final AdjustmentDesk adjustments;
    private final RequestKeys keys;
    private final ProblemWriter problems;

    SettlementController(PaymentDesk payments, AdjustmentDesk adjustments, RequestKeys keys, ProblemWriter problems) {
        this.payments = payments;
        this.adjustments = adjustments;
        this.keys = keys;
        this.problems = problems;
    }

    /** A payment; from outside only if an admin says so. May be left out. */
    record PaymentRequest(
            @Nullable Boolean external, @Nullable @Text String note) {}

    /** An adjustment; value in minor units. */
    record AdjustmentRequest(
            @NotNull UUID receiverId,
            @NotNull @Min(1) @Max(MOST_MINOR) Long valueMinor,
            @Nullable @Text(max = 1000, lines = true) String reason) {}

    @PostMapping("/payment")
    @Access(Who.MEMBER)
    ResponseEntity<PurchaseView> pay(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable PaymentRequest request,
            Caller caller,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer) {
        Wait wait = Wait.of(prefer);
        PaymentRequest wanted = request == null ? new PaymentRequest(null, null) : request;
        boolean isExternal = Boolean.TRUE.equals(wanted.external());
        if (isExternal && !caller.isAdmin()) {
            throw new ForbiddenField("external");
        }
        Settled paid = payments.take(
                new PayPurchase(keys.of(wanted), Actor.of(caller), Viewer.of(caller), id, isExternal, wanted.note()),
                wait);
        PurchaseView purchase = paid.shownPurchase();
        ResponseEntity.BodyBuilder answer = paid.decided()
                ? ResponseEntity.ok()
                : ResponseEntity.status(HttpStatus.ACCEPTED).location(URI.create(PATH.formatted(id)));
        return answer.eTag(IfMatch.etag(purchase.version()))
                .headers(wait::applyTo)
                .body(purchase);
    }

    @PostMapping("/adjustments")
    @Access(Who.MEMBER)
    ResponseEntity<AdjustmentView> adjust(
            @PathVariable long id,
            @Valid @RequestBody AdjustmentRequest request,
            Caller caller,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer) {
        Wait wait = Wait.of(prefer);
        Adjustment.Terms terms = new Adjustment.Terms(request.receiverId(), request.valueMinor(), request.reason());
        Settled made = adjustments.take(
                new AdjustPurchase(keys.of(request), Actor.of(caller), Viewer.of(caller), id, terms), wait);
        AdjustmentView adjustment = made.shownAdjustment();
        return ResponseEntity.status(made.decided() ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .location(URI.create(PATH.formatted(id) + "/adjustments/" + adjustment.id()))
                .eTag(IfMatch.etag(adjustment.version()))
                .headers(wait::applyTo)
                .body(adjustment);
    }

    /** It is stored already; the platform would take it for one that is given again. */
    @ExceptionHandler
    void on(LateRefusal late, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, late.problem());
    }
}
