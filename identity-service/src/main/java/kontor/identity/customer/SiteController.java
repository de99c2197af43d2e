package kontor.identity.customer;

import jakarta.validation.Valid;
import java.net.URI;
import kontor.identity.customer.CustomerViews.SiteView;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.store.PlatformSettings;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sites of a customer over HTTP. */
@RestController
@RequestMapping("/api/v1/customers/{customerId}/sites")
class SiteController {

    private final CustomerViews views;
    private final CustomerOwners owners;
    private final SiteKeeping siteKeeping;
    private final RequestKeys keys;
    private final PlatformSettings settings;

    SiteController(
            CustomerViews views,
            CustomerOwners owners,
            SiteKeeping siteKeeping,
            RequestKeys keys,
            PlatformSettings settings) {
        this.views = views;
        this.owners = owners;
        this.siteKeeping = siteKeeping;
        this.keys = keys;
        this.settings = settings;
    }

    @GetMapping
    @Access(Who.VERIFIED)
    Page<SiteView> list(
            @PathVariable long customerId,
            Caller caller,
            @Listing(sort = "city", filters = "externalId") ListRequest request) {
        owners.ownerOf(customerId, caller);
        return views.sites(customerId, request);
    }

    @GetMapping("/{siteId}")
    @Access(Who.VERIFIED)
    ResponseEntity<SiteView> one(@PathVariable long customerId, @PathVariable long siteId, Caller caller) {
        owners.ownerOf(customerId, caller);
        return answer(customerId, siteId);
    }

    @PostMapping
    @Access(Who.MEMBER)
    ResponseEntity<SiteView> add(
            @PathVariable long customerId, Caller caller, @Valid @RequestBody SiteRequest request) {
        Address address = request.toAddress(settings.country());
        SiteView site = siteKeeping.add(customerId, address, caller, keys.ifSent(request));
        return ResponseEntity.created(URI.create("/api/v1/customers/%d/sites/%d".formatted(customerId, site.id())))
                .eTag(IfMatch.etag(site.version()))
                .body(site);
    }

    @PatchMapping("/{siteId}")
    @Access(Who.MEMBER)
    ResponseEntity<SiteView> edit(
            @PathVariable long customerId,
            @PathVariable long siteId,
            Caller caller,
            IfMatch condition,
            @Valid @RequestBody SiteRequest.Edit request) {
        siteKeeping.edit(customerId, siteId, caller, condition, request::applyTo);
        return answer(customerId, siteId);
    }

    @DeleteMapping("/{siteId}")
    @Access(Who.MEMBER)
    ResponseEntity<Void> remove(@PathVariable long customerId, @PathVariable long siteId, Caller caller) {
        siteKeeping.remove(customerId, siteId, caller);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<SiteView> answer(long customerId, long siteId) {
        SiteView site = views.site(customerId, siteId);
        return ResponseEntity.ok().eTag(IfMatch.etag(site.version())).body(site);
    }
}
