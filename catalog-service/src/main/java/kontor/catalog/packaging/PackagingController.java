package kontor.catalog.packaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Objects;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /packagings}: anyone reads, admins write. */
@RestController
@RequestMapping("/api/v1/packagings")
class PackagingController {

    private static final long MM_MOST = 5_000;
    private static final long GRAMS_MOST = 100_000;

    private final Packing packing;
    private final PackagingLists packagings;
    private final RequestKeys keys;

    PackagingController(Packing packing, PackagingLists packagings, RequestKeys keys) {
        this.packing = packing;
        this.packagings = packagings;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.ANYONE)
    Page<PackagingView> list(
            @Listing(
                            sort = "name",
                            filters = {"name", "active", "externalId"})
                    ListRequest request) {
        return packagings.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.ANYONE)
    ResponseEntity<PackagingView> one(@PathVariable long id) {
        return shown(id);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<PackagingView> create(@Valid @RequestBody NewPackaging request, Caller caller) {
        PackagingView packaging =
                packing.create(new CreatePackaging(request.form(), caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/packagings/" + packaging.id()))
                .eTag(IfMatch.etag(packaging.version()))
                .body(packaging);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<PackagingView> edit(
            @PathVariable long id, @Valid @RequestBody PackagingPatch request, Caller caller, IfMatch expected) {
        packing.edit(new EditPackaging(id, request::patch, caller.memberId(), expected));
        return shown(id);
    }

    private ResponseEntity<PackagingView> shown(long id) {
        PackagingView packaging = packagings.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(packaging.version())).body(packaging);
    }

    record NewPackaging(
            @NotNull @Text(max = 50) String name,
            @NotNull @Min(1) @Max(MM_MOST) Integer lengthMm,
            @NotNull @Min(1) @Max(MM_MOST) Integer widthMm,
            @NotNull @Min(1) @Max(MM_MOST) Integer heightMm,
            @NotNull @Min(0) @Max(GRAMS_MOST) Integer weightG,
            @Nullable Boolean active) {

        Packaging.Form form() {
            return new Packaging.Form(name, lengthMm, widthMm, heightMm, weightG, active == null || active);
        }
    }

    record PackagingPatch(
            @Required Sent<@Text(max = 50) String> name,
            @Required Sent<@Min(1) @Max(MM_MOST) Integer> lengthMm,
            @Required Sent<@Min(1) @Max(MM_MOST) Integer> widthMm,
            @Required Sent<@Min(1) @Max(MM_MOST) Integer> heightMm,
            @Required Sent<@Min(0) @Max(GRAMS_MOST) Integer> weightG,
            @Required Sent<Boolean> active) {

        Packaging.Form patch(Packaging.Form is) {
            return new Packaging.Form(
                    Objects.requireNonNull(name.or(is.name())),
                    Objects.requireNonNull(lengthMm.or(is.lengthMm())),
                    Objects.requireNonNull(widthMm.or(is.widthMm())),
                    Objects.requireNonNull(heightMm.or(is.heightMm())),
                    Objects.requireNonNull(weightG.or(is.weightG())),
                    Objects.requireNonNull(active.or(is.active())));
        }
    }
}
