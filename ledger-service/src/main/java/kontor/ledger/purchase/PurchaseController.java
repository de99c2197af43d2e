package kontor.ledger.purchase;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Money;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.ForbiddenField;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Buying at the shelf. */
@RestController
@RequestMapping("/api/v1/shelf-purchases")
class PurchaseController {

    private static final int MOST_LINES = 100;
    private static final int MOST_PIECES = 10_000;

    private final Purchasing purchasing;
    private final RequestKeys keys;

    PurchaseController(Purchasing purchasing, RequestKeys keys) {
        this.purchasing = purchasing;
        this.keys = keys;
    }

    /** A cart; member and time hold for the lines that name none of their own. */
    record CartRequest(
            @Nullable UUID memberId,
            @Nullable Instant at,
            @NotNull @Size(min = 1, max = MOST_LINES) List<@NotNull @Valid PurchaseLineRequest> lines) {}

    /** Pieces of a product. */
    record PurchaseLineRequest(
            @NotNull Long productId,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer amount,

            @Min(-Money.MOST_MINOR) @Max(Money.MOST_MINOR) @Nullable
            Long expectedUnitPriceMinor,

            @Nullable UUID memberId,
            @Nullable Instant at) {}

    @PostMapping
    @Access({Who.MEMBER, Who.KIOSK})
    ResponseEntity<PurchaseReceipt> purchase(@Valid @RequestBody CartRequest request, Caller caller) {
        PurchaseReceipt receipt = purchasing.purchase(toCommand(request, caller));
        PurchaseView first = receipt.purchases().getFirst();
        return ResponseEntity.created(URI.create("/api/v1/shelf-purchases/" + first.id()))
                .eTag(IfMatch.etag(first.version()))
                .body(receipt);
    }

    private MakePurchase toCommand(CartRequest request, Caller caller) {
        if (!caller.isAdmin()) {
            requireNoTime(request);
        }
        List<MakePurchase.Line> lines = new ArrayList<>();
        for (int i = 0; i < request.lines().size(); i++) {
            lines.add(line(i, request, caller));
        }
        return new MakePurchase(keys.of(request), MakePurchase.Entry.of(caller), lines);
    }

    /** When something was bought is for admins to say (L-8). */
    private static void requireNoTime(CartRequest request) {
        boolean isSent = request.at() != null || request.lines().stream().anyMatch(line -> line.at() != null);
        if (isSent) {
            throw new ForbiddenField("at");
        }
    }

    private static MakePurchase.Line line(int index, CartRequest request, Caller caller) {
        PurchaseLineRequest line = request.lines().get(index);
        boolean isOwn = line.memberId() != null;
        return new MakePurchase.Line(
                index,
                buyer(isOwn ? line.memberId() : request.memberId(), caller),
                isOwn ? "/lines/%d/memberId".formatted(index) : "/memberId",
                line.productId(),
                line.amount(),
                line.expectedUnitPriceMinor(),
                line.at() == null ? request.at() : line.at());
    }

    /** Members buy for themselves; a kiosk has to say for whom (L-7). */
    private static UUID buyer(@Nullable UUID named, Caller caller) {
        if (named == null && caller.isKiosk()) {
            throw new InvalidField("/memberId", "must name the member who buys");
        }
        if (named == null) {
            return caller.memberId();
        }
        if (!caller.isKiosk() && !caller.isAdmin() && !caller.isSelf(named)) {
            throw new Forbidden();
        }
        return named;
    }
}
