package kontor.order.tariff;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.web.IfMatch;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Listing;
import kontor.platform.web.Page;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /shipping-extras}: members read, admins add; {@code unknown-reference} for a tariff that is not there. */
@RestController
@RequestMapping("/api/v1/shipping-extras")
class ExtraController {

    /** Extras are never edited. */
    private static final String ETAG = IfMatch.etag(1);

    private final SettingTariffs setting;
    private final ExtraLists extras;
    private final RequestKeys keys;

    ExtraController(SettingTariffs setting, ExtraLists extras, RequestKeys keys) {
        this.setting = setting;
        this.extras = extras;
        this.keys = keys;
    }

    @GetMapping
    @Access(Who.MEMBER)
    Page<ExtraLists.ExtraView> list(
            @Listing(
                            sort = {"name", "priceMinor"},
                            filters = {"tariffId", "externalId"})
                    ListRequest request) {
        return extras.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<ExtraLists.ExtraView> one(@PathVariable long id) {
        return ResponseEntity.ok().eTag(ETAG).body(extras.one(id));
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<ExtraLists.ExtraView> add(@Valid @RequestBody NewExtra request, Caller caller) {
        ExtraLists.ExtraView extra = setting.addExtra(new SettingTariffs.AddExtra(
                keys.ifSent(request), request.tariffId(), request.name(), request.priceMinor(), caller.memberId()));
        return ResponseEntity.created(URI.create("/api/v1/shipping-extras/" + extra.id()))
                .eTag(ETAG)
                .body(extra);
    }

    record NewExtra(
            @NotNull Long tariffId,
            @NotNull @Text(max = 50) String name,
            @NotNull @Min(0) @Max(MOST_MINOR) Long priceMinor) {}
}
