package kontor.identity.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.identity.customer.CustomerViews.CustomerView;
import kontor.identity.customer.CustomerViews.Neighbours;
import kontor.identity.state.Addressed;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.store.PlatformSettings;
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

/** Customer profiles over HTTP. */
@RestController
@RequestMapping("/api/v1")
class CustomerController {

    private static final int SITES_MAX = 50;

    private final CustomerViews views;
    private final CustomerOwners owners;
    private final Profiling profiling;
    private final RequestKeys keys;
    private final PlatformSettings settings;

    CustomerController(
            CustomerViews views,
            CustomerOwners owners,
            Profiling profiling,
            RequestKeys keys,
            PlatformSettings settings) {
        this.views = views;
        this.owners = owners;
        this.profiling = profiling;
        this.keys = keys;
        this.settings = settings;
    }

    @GetMapping("/customers")
    @Access(Who.ADMIN)
    Page<CustomerView> list(
            @Listing(
                            sort = "name",
                            filters = {"name", "city", "login", "externalId"})
                    ListRequest request) {
        return views.customers(request);
    }

    @GetMapping("/customers/same-city")
    @Access(Who.ADMIN)
    Page<Neighbours> sameCity(@Listing(sort = "city") ListRequest request) {
        return views.neighbours(request);
    }

    @PostMapping("/members/{id}/customer")
    @Access(Who.MEMBER)
    ResponseEntity<CustomerView> open(@PathVariable String id, Caller caller, @Valid @RequestBody NewCustomer request) {
        UUID memberId = Addressed.selfOrByAdmin(id, caller);
        CustomerView customer = profiling.open(
                memberId, request.toProfile(), request.addresses(settings.country()), caller, keys.ifSent(request));
        return ResponseEntity.created(URI.create("/api/v1/customers/" + customer.id()))
                .eTag(IfMatch.etag(customer.version()))
                .body(customer);
    }

    @GetMapping("/customers/{id}")
    @Access(Who.VERIFIED)
    ResponseEntity<CustomerView> one(@PathVariable long id, Caller caller) {
        owners.ownerOf(id, caller);
        return answer(id);
    }

    @PatchMapping("/customers/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<CustomerView> edit(
            @PathVariable long id, Caller caller, IfMatch condition, @Valid @RequestBody CustomerEdit request) {
        profiling.edit(
                id, caller, condition, request::applyTo, request.mainSiteId().value());
        return answer(id);
    }

    private ResponseEntity<CustomerView> answer(long id) {
        CustomerView customer = views.customer(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(customer.version())).body(customer);
    }

    record NewCustomer(
            @NotNull @Text(max = 50) String name,
            @Text(max = 50) @Nullable String bankAccount,
            @Text(max = 20) @Nullable String taxIdentifier,

            @NotNull @Size(min = 1, max = SITES_MAX) List<@NotNull @Valid SiteRequest> sites) {

        CustomerProfile toProfile() {
            return new CustomerProfile(name, bankAccount, taxIdentifier);
        }

        List<Address> addresses(String defaultCountry) {
            return sites.stream().map(site -> site.toAddress(defaultCountry)).toList();
        }
    }

    record CustomerEdit(
            @Required Sent<@Text(max = 50) String> name,
            Sent<@Text(max = 50) String> bankAccount,
            Sent<@Text(max = 20) String> taxIdentifier,
            @Required Sent<Long> mainSiteId) {

        CustomerProfile applyTo(CustomerProfile profile) {
            return new CustomerProfile(
                    Objects.requireNonNull(name.or(profile.name())),
                    bankAccount.or(profile.bankAccount()),
                    taxIdentifier.or(profile.taxIdentifier()));
        }
    }
}
