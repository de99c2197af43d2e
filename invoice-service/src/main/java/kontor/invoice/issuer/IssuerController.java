package kontor.invoice.issuer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.store.PlatformSettings;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKey;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Required;
import kontor.platform.web.Sent;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /issuers}: members read, admins write. */
@RestController
@RequestMapping("/api/v1/issuers")
class IssuerController {

    private final IssuerKeeping keeping;
    private final IssuerLists issuers;
    private final RequestKeys keys;
    private final PlatformSettings settings;
    private final Clock clock;

    IssuerController(
            IssuerKeeping keeping, IssuerLists issuers, RequestKeys keys, PlatformSettings settings, Clock clock) {
        this.keeping = keeping;
        this.issuers = issuers;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Without country it is that of the shop, without {@code validFrom} now. */
    record NewIssuer(
            @NotNull @Text(max = 50) String name,
            @NotNull @Text(max = 10) String zipCode,
            @NotNull @Text(max = 50) String city,
            @NotNull @Text(max = 50) String street,
            @Nullable @CountryCode String country,
            @NotNull @Text(max = 20) String taxIdentifier,
            @NotNull @Text(max = 50) String bankAccount,
            @Nullable Instant validFrom) {

        AddIssuer toCommand(String homeCountry, UUID adminId, RequestKey key) {
            Company company = new Company(
                    name,
                    zipCode,
                    city,
                    street,
                    Objects.requireNonNullElse(country, homeCountry),
                    taxIdentifier,
                    bankAccount);
            return new AddIssuer(company, validFrom, adminId, key);
        }
    }

    record IssuerPatch(
            @Required Sent<@Text(max = 50) String> name,
            @Required Sent<@Text(max = 10) String> zipCode,
            @Required Sent<@Text(max = 50) String> city,
            @Required Sent<@Text(max = 50) String> street,
            @Required Sent<@CountryCode String> country,
            @Required Sent<@Text(max = 20) String> taxIdentifier,
            @Required Sent<@Text(max = 50) String> bankAccount,
            @Required Sent<Instant> validFrom) {

        Company applyTo(Company company) {
            return new Company(
                    after(name, company.name()),
                    after(zipCode, company.zipCode()),
                    after(city, company.city()),
                    after(street, company.street()),
                    after(country, company.country()),
                    after(taxIdentifier, company.taxIdentifier()),
                    after(bankAccount, company.bankAccount()));
        }

        private static String after(Sent<String> sent, String current) {
            return Objects.requireNonNullElse(sent.value(), current);
        }
    }

    @GetMapping
    @Access(Who.MEMBER)
    Page<IssuerView> list(@Listing(sort = "validFrom", filters = "externalId") ListRequest request) {
        return issuers.page(request);
    }

    @GetMapping("/current")
    @Access(Who.MEMBER)
    ResponseEntity<IssuerView> current() {
        return shown(issuers.inEffect(clock.instant()));
    }

    @GetMapping("/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<IssuerView> one(@PathVariable long id) {
        return shown(issuers.one(id));
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<IssuerView> add(@Valid @RequestBody NewIssuer request, Caller caller) {
        IssuerView added = keeping.add(request.toCommand(settings.country(), caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/issuers/" + added.id()))
                .eTag(IfMatch.etag(added.version()))
                .body(added);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<IssuerView> edit(
            @PathVariable long id, @Valid @RequestBody IssuerPatch request, Caller caller, IfMatch expected) {
        return shown(
                keeping.edit(new EditIssuer(id, request::applyTo, request.validFrom(), caller.memberId(), expected)));
    }

    @DeleteMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<Void> remove(@PathVariable long id, Caller caller) {
        keeping.remove(id, caller.memberId());
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<IssuerView> shown(IssuerView issuer) {
        return ResponseEntity.ok().eTag(IfMatch.etag(issuer.version())).body(issuer);
    }
}
