package kontor.catalog.listing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import kontor.catalog.core.ListingStatus;
import kontor.catalog.core.PriceMinor;
import kontor.catalog.market.ListingView;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /listings}: what their sellers do with them, and admins when they close one. Reading is in the market. */
@RestController
@RequestMapping("/api/v1/listings")
class ListingController {

    private static final int TITLE_MOST = 64;
    private static final int DESCRIPTION_MOST = 4_000;
    private static final long PIECES_MOST = 10_000;
    private static final long GRAMS_MOST = 100_000;
    private static final int IMAGES_MOST = 8;

    private final Offering offering;
    private final RequestKeys keys;

    ListingController(Offering offering, RequestKeys keys) {
        this.offering = offering;
        this.keys = keys;
    }

    @PostMapping
    @Access(Who.MEMBER)
    ResponseEntity<ListingView> create(@Valid @RequestBody NewListing request, Caller caller) {
        ListingView listing = offering.create(
                new CreateListing(request.form(), request.siteId(), caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/listings/" + listing.id()))
                .eTag(IfMatch.etag(listing.version()))
                .body(listing);
    }

    @PatchMapping("/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<ListingView> edit(
            @PathVariable long id, @Valid @RequestBody ListingPatch request, Caller caller, IfMatch expected) {
        return shown(offering.edit(
                new EditListing(id, request::patch, request.siteId().value(), caller.memberId(), expected)));
    }

    @PostMapping("/{id}/status")
    @Access(Who.MEMBER)
    ResponseEntity<ListingView> move(@PathVariable long id, @Valid @RequestBody NewStatus request, Caller caller) {
        return shown(offering.move(new MoveListing(id, request.status(), caller, keys.ifSent(request))));
    }

    private static ResponseEntity<ListingView> shown(ListingView listing) {
        return ResponseEntity.ok().eTag(IfMatch.etag(listing.version())).body(listing);
    }

    record NewStatus(@NotNull ListingStatus status) {}

    /** A draft may lack what only an active listing needs. */
    record NewListing(
            @Nullable @Text(max = TITLE_MOST) String title,
            @Nullable Long productId,
            @Nullable Long categoryId,

            @Nullable @Text(min = 0, max = DESCRIPTION_MOST, lines = true)
            String description,

            @Nullable @Min(1) @Max(PriceMinor.MOST) Long unitPriceMinor,
            @Nullable @Min(0) @Max(PIECES_MOST) Integer quantity,
            @Nullable @Min(0) @Max(GRAMS_MOST) Integer weightG,
            @Nullable Long packagingId,
            @Nullable @Valid SenderAddress shipFrom,
            @Nullable Long siteId,

            @Nullable @Size(max = IMAGES_MOST) @UniqueElements
            List<@NotNull Long> imageUploadIds) {

        ListingForm form() {
            return new ListingForm(
                    title,
                    productId,
                    categoryId,
                    description == null ? "" : description,
                    unitPriceMinor,
                    quantity == null ? 0 : quantity,
                    weightG,
                    packagingId,
                    shipFrom == null ? null : shipFrom.address(),
                    imageUploadIds == null ? List.of() : imageUploadIds);
        }
    }

    record ListingPatch(
            Sent<@Text(max = TITLE_MOST) String> title,
            Sent<Long> productId,
            Sent<Long> categoryId,
            @Required Sent<@Text(min = 0, max = DESCRIPTION_MOST, lines = true) String> description,
            Sent<@Min(1) @Max(PriceMinor.MOST) Long> unitPriceMinor,
            @Required Sent<@Min(0) @Max(PIECES_MOST) Integer> quantity,
            Sent<@Min(0) @Max(GRAMS_MOST) Integer> weightG,
            Sent<Long> packagingId,
            Sent<SenderAddress.@Valid Patch> shipFrom,
            @Required Sent<Long> siteId,
            @Required Sent<@Size(max = IMAGES_MOST) @UniqueElements List<@NotNull Long>> imageUploadIds) {

        ListingForm patch(ListingForm is) {
            SenderAddress.@Nullable Patch address = shipFrom.value();
            return new ListingForm(
                    title.or(is.title()),
                    productId.or(is.productId()),
                    categoryId.or(is.categoryId()),
                    Objects.requireNonNull(description.or(is.description())),
                    unitPriceMinor.or(is.unitPriceMinor()),
                    Objects.requireNonNull(quantity.or(is.quantity())),
                    weightG.or(is.weightG()),
                    packagingId.or(is.packagingId()),
                    address == null ? (shipFrom.isSent() ? null : is.shipFrom()) : address.applyTo(is.shipFrom()),
                    Objects.requireNonNull(imageUploadIds.or(is.imageUploadIds())));
        }
    }
}
