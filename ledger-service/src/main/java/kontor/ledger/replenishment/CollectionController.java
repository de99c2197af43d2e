package kontor.ledger.replenishment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Money;
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
import kontor.platform.web.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Replenishments by admins; a seller sees what he sold. */
@RestController
@RequestMapping("/api/v1/replenishment-collections")
class CollectionController {

    static final int MOST_PIECES = 10_000;
    private static final int MOST_LINES = 500;

    private final Replenishing replenishing;
    private final ChangingReplenishments changing;
    private final CollectionRows rows;
    private final RequestKeys keys;

    CollectionController(
            Replenishing replenishing, ChangingReplenishments changing, CollectionRows rows, RequestKeys keys) {
        this.replenishing = replenishing;
        this.changing = changing;
        this.rows = rows;
        this.keys = keys;
    }

    /** What a member brought, and when. */
    record CollectionRequest(
            @NotNull UUID sellerId,
            @NotNull Instant at,
            @NotNull @Text(max = 64) String comment,

            @NotNull @Size(min = 1, max = MOST_LINES) List<@NotNull @Valid CollectionLineRequest> lines) {

        MakeReplenishment toCommand(RequestKeys keys, UUID adminId) {
            List<MakeReplenishment.Line> wanted =
                    lines.stream().map(CollectionLineRequest::toLine).toList();
            return new MakeReplenishment(keys.of(this), adminId, sellerId, at, comment, wanted);
        }
    }

    /** Pieces of a product, and the price of all of them. */
    record CollectionLineRequest(
            @NotNull Long productId,
            @NotNull @Min(1) @Max(MOST_PIECES) Integer amount,

            @NotNull @Min(-Money.MOST_MINOR) @Max(Money.MOST_MINOR)
            Long totalPriceMinor) {

        MakeReplenishment.Line toLine() {
            return new MakeReplenishment.Line(productId, amount, totalPriceMinor);
        }
    }

    /** What may be corrected later. */
    record CollectionPatch(
            @Required Sent<Instant> at, @Required Sent<@Text(max = 64) String> comment) {}

    /** Which way to switch. */
    record CollectionSwitch(@NotNull Boolean revoked) {}

    @GetMapping
    @Access(Who.VERIFIED)
    Page<CollectionView> list(
            @Listing(
                            sort = "-at",
                            filters = {"sellerId", "productId", "revoked", "comment", "from", "to", "externalId"})
                    ListRequest request,
            Caller caller) {
        return rows.page(request, caller);
    }

    @GetMapping("/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<CollectionRows.CollectionWithHistory> one(@PathVariable long id, Caller caller) {
        CollectionRows.CollectionWithHistory found = rows.one(id, caller);
        return ResponseEntity.ok()
                .eTag(IfMatch.etag(found.collection().version()))
                .body(found);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<CollectionView> replenish(@Valid @RequestBody CollectionRequest request, Caller caller) {
        return created(replenishing.replenish(request.toCommand(keys, caller.memberId())));
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<CollectionView> edit(
            @PathVariable long id, @Valid @RequestBody CollectionPatch request, Caller caller, IfMatch expected) {
        CollectionView edited = changing.edit(new ChangingReplenishments.EditCollection(
                caller.memberId(), id, expected, request.at(), request.comment()));
        return ResponseEntity.ok().eTag(IfMatch.etag(edited.version())).body(edited);
    }

    @PostMapping("/{id}/revocations")
    @Access(Who.ADMIN)
    ResponseEntity<CollectionView> switchOver(
            @PathVariable long id, @Valid @RequestBody CollectionSwitch request, Caller caller) {
        return created(changing.switchCollection(
                new ChangingReplenishments.Switch(keys.of(request), caller.memberId(), id, request.revoked())));
    }

    private static ResponseEntity<CollectionView> created(CollectionView collection) {
        return ResponseEntity.created(URI.create("/api/v1/replenishment-collections/" + collection.id()))
                .eTag(IfMatch.etag(collection.version()))
                .body(collection);
    }
}
