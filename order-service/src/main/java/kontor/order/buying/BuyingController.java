package kontor.order.buying;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import kontor.decision.Wait;
import kontor.order.address.Address;
import kontor.order.address.CountryCode;
import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.trade.PurchaseView;
import kontor.platform.rejection.ForbiddenField;
import kontor.platform.rejection.InvalidField;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Buying of other members: members for themselves, admins for any. */
@RestController
@RequestMapping(BuyingController.PATH)
class BuyingController {

    static final String PATH = "/api/v1/market-purchases";

    private static final int MOST_LINES = 100;
    private static final int MOST_EXTRAS = 100;
    private static final long MOST_PIECES = 10_000;

    private final PurchaseDesk desk;
    private final RequestKeys keys;

    BuyingController(PurchaseDesk desk, RequestKeys keys) {
        this.desk = desk;
        this.keys = keys;
    }

    /** A purchase; sent to an own site of the buyer or to an address. Total in minor units. */
    record PurchaseRequest(
            @Nullable UUID buyerId,
            @NotNull @Size(min = 1, max = MOST_LINES) List<@NotNull @Valid BoughtLine> lines,
            @NotNull Long packagingId,
            @NotNull Long shippingTariffId,

            @Nullable @Size(max = MOST_EXTRAS) @UniqueElements
            List<@NotNull Long> extraIds,

            @Nullable Long siteId,
            @Nullable @Valid AddressRequest shipTo,

            @Nullable @Min(0) @Max(MOST_MINOR) Long expectedTotalMinor) {}

    /** Pieces of a listing. */
    record BoughtLine(
            @NotNull Long listingId,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer quantity) {}

    /** An address as it is sent. */
    record AddressRequest(
            @NotNull @Text String name,
            @NotNull @Text String street,
            @NotNull @Text String zipCode,
            @NotNull @Text String city,
            @NotNull @CountryCode String country,
            @Nullable @Text String phone) {

        Address toAddress() {
            return new Address(name, street, zipCode, city, country, phone);
        }
    }

    @PostMapping
    @Access(Who.MEMBER)
    ResponseEntity<PurchaseView> buy(
            @Valid @RequestBody PurchaseRequest request,
            Caller caller,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer) {
        Wait wait = Wait.of(prefer);
        BoughtPurchase bought = desk.take(toCommand(request, caller), Viewer.of(caller), wait);
        PurchaseView purchase = bought.shown();
        return ResponseEntity.status(bought.isDecided() ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
                .location(URI.create(PATH + "/" + purchase.id()))
                .eTag(IfMatch.etag(purchase.version()))
                .headers(wait::applyTo)
                .body(purchase);
    }

    private BuyGoods toCommand(PurchaseRequest request, Caller caller) {
        @Nullable UUID named = request.buyerId();
        if (named != null && !caller.isAdmin() && !caller.isSelf(named)) {
            throw new ForbiddenField("buyerId");
        }
        if ((request.siteId() == null) == (request.shipTo() == null)) {
            throw new InvalidField("/shipTo", "either siteId or shipTo must say where to");
        }
        @Nullable AddressRequest shipTo = request.shipTo();
        @Nullable List<Long> extras = request.extraIds();
        return new BuyGoods(
                keys.of(request),
                Actor.of(caller),
                named == null ? caller.memberId() : named,
                request.lines().stream()
                        .map(line -> new BuyGoods.Line(line.listingId(), line.quantity()))
                        .toList(),
                request.packagingId(),
                request.shippingTariffId(),
                extras == null ? List.of() : extras,
                request.siteId(),
                shipTo == null ? null : shipTo.toAddress(),
                request.expectedTotalMinor());
    }
}
