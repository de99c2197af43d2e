package kontor.order.placing;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kontor.decision.Wait;
import kontor.order.listing.OrderView;
import kontor.order.party.Actor;
import kontor.order.product.KnownProducts;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.ForbiddenField;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ordering: customers for themselves, admins for any customer. */
@RestController
@RequestMapping(PlacingController.PATH)
class PlacingController {

    static final String PATH = "/api/v1/orders";

    private static final int MOST_LINES = 100;
    private static final long MOST_PIECES = 10_000;

    private final OrderDesk desk;
    private final RequestKeys keys;

    PlacingController(OrderDesk desk, RequestKeys keys) {
        this.desk = desk;
        this.keys = keys;
    }

    /** An order; the deadline is not before now. */
    record OrderRequest(
            @Nullable Long customerId,
            @NotNull Long customerSiteId,
            @Nullable Long billingSiteId,
            @NotNull Long paymentMethodId,
            @Nullable Instant deadline,
            @NotNull @Size(min = 1, max = MOST_LINES) List<@NotNull @Valid LineRequest> lines) {}

    /** Pieces of a product, named in exactly one way; prices net in minor units. */
    record LineRequest(
            @Nullable Long productId,
            @Nullable @Text(max = 64) String productName,
            @Nullable @Text(max = 32) String barcode,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer amount,

            @Nullable @Min(0) @Max(MOST_MINOR) Long unitPriceMinor,

            @Nullable @Min(-MOST_MINOR) @Max(MOST_MINOR) Long expectedUnitPriceMinor) {

        PlaceOrder.Line toLine() {
            return new PlaceOrder.Line(
                    new KnownProducts.Name(productId, productName, barcode),
                    amount,
                    unitPriceMinor,
                    expectedUnitPriceMinor);
        }
    }

    @PostMapping
    @Access(Who.MEMBER)
    ResponseEntity<OrderView> place(
            @Valid @RequestBody OrderRequest request,
            Caller caller,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer) {
        Wait wait = Wait.of(prefer);
        PlacedOrder placed = desk.take(toCommand(request, caller), wait);
        OrderView order = placed.shown();
        return ResponseEntity.status(placed.isDecided() ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .location(URI.create(PATH + "/" + order.id()))
                .eTag(IfMatch.etag(order.version()))
                .headers(wait::applyTo)
                .body(order);
    }

    private PlaceOrder toCommand(OrderRequest request, Caller caller) {
        boolean isPriced = request.lines().stream().anyMatch(line -> line.unitPriceMinor() != null);
        if (isPriced && !caller.isAdmin()) {
            throw new ForbiddenField("unitPriceMinor");
        }
        return new PlaceOrder(
                keys.of(request),
                Actor.of(caller),
                customerId(request.customerId(), caller),
                request.customerSiteId(),
                request.billingSiteId(),
                request.paymentMethodId(),
                request.deadline(),
                request.lines().stream().map(LineRequest::toLine).toList());
    }

    /** Only admins order for others; one without a profile has to say for whom. */
    private static long customerId(@Nullable Long named, Caller caller) {
        @Nullable Long own = caller.member() == null ? null : caller.member().customerId();
        if (caller.isAdmin()) {
            @Nullable Long wanted = named == null ? own : named;
            if (wanted == null) {
                throw new InvalidField("/customerId", "must name the customer who orders");
            }
            return wanted;
        }
        if (own == null) {
            throw new Forbidden();
        }
        if (named != null && !Objects.equals(named, own)) {
            throw new ForbiddenField("customerId");
        }
        return own;
    }
}
