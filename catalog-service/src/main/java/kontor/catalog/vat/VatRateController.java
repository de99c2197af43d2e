package kontor.catalog.vat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import kontor.catalog.core.Percentage;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /vat-rates}: anyone reads, admins write. */
@RestController
@RequestMapping("/api/v1/vat-rates")
class VatRateController {

    private final Taxing taxing;
    private final VatRateLists rates;
    private final RequestKeys keys;

    VatRateController(Taxing taxing, VatRateLists rates, RequestKeys keys) {
        this.taxing = taxing;
        this.rates = rates;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.ANYONE)
    Page<VatRateView> list(@Listing(sort = "percentage", filters = "externalId") ListRequest request) {
        return rates.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.ANYONE)
    ResponseEntity<VatRateView> one(@PathVariable long id) {
        return shown(id);
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<VatRateView> create(@Valid @RequestBody NewVatRate request, Caller caller) {
        VatRateView rate = taxing.create(
                new CreateVatRate(request.percentage(), request.name(), caller.memberId(), keys.ifSent(request)));
        return ResponseEntity.created(URI.create("/api/v1/vat-rates/" + rate.id()))
                .eTag(IfMatch.etag(rate.version()))
                .body(rate);
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<VatRateView> edit(
            @PathVariable long id, @Valid @RequestBody VatRatePatch request, Caller caller, IfMatch expected) {
        taxing.edit(new EditVatRate(id, request.percentage(), request.name(), caller.memberId(), expected));
        return shown(id);
    }

    @DeleteMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<Void> delete(@PathVariable long id, Caller caller) {
        taxing.delete(id, caller.memberId());
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<VatRateView> shown(long id) {
        VatRateView rate = rates.one(id);
        return ResponseEntity.ok().eTag(IfMatch.etag(rate.version())).body(rate);
    }

    record NewVatRate(
            @NotNull @Percentage BigDecimal percentage,
            @Nullable @Text(max = 50) String name) {}

    record VatRatePatch(@Required Sent<@Percentage BigDecimal> percentage, Sent<@Text(max = 50) String> name) {}
}
