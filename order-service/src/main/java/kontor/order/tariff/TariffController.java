package kontor.order.tariff;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kontor.order.address.CountryCode;
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

/**
 * {@code /shipping-tariffs}: members read, admins write. Of a tariff only {@code active} and {@code validTo} change;
 * another {@code priceMinor} makes another tariff, which is answered with 201, and retires the old one (O-22).
 * {@code wrong-order} if one ends before it begins.
 */
@RestController
@RequestMapping(TariffController.PATH)
class TariffController {

    static final String PATH = "/api/v1/shipping-tariffs";

    private static final long GRAMS_MOST = 1_000_000;
    private static final long MM_MOST = 5_000;
    private static final int COUNTRIES_MOST = 250;

    private final SettingTariffs setting;
    private final TariffLists tariffs;
    private final RequestKeys keys;
    private final Clock clock;

    TariffController(SettingTariffs setting, TariffLists tariffs, RequestKeys keys, Clock clock) {
        this.setting = setting;
        this.tariffs = tariffs;
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping
    @Access(Who.MEMBER)
    Page<TariffView> list(
            @Listing(
                            sort = {"priceMinor", "validFrom", "name"},
                            filters = {"carrier", "originCountry", "destinationCountry", "active", "externalId"})
                    ListRequest request) {
        return tariffs.page(request);
    }

    @GetMapping("/{id}")
    @Access(Who.MEMBER)
    ResponseEntity<TariffView> one(@PathVariable long id) {
        return shown(ResponseEntity.ok(), tariffs.one(id));
    }

    @PostMapping
    @Access(Who.ADMIN)
    ResponseEntity<TariffView> add(@Valid @RequestBody NewTariff request, Caller caller) {
        return created(setting.add(new SettingTariffs.AddTariff(
                keys.ifSent(request), request.tariff(clock.instant()), caller.memberId())));
    }

    @PatchMapping("/{id}")
    @Access(Who.ADMIN)
    ResponseEntity<TariffView> edit(
            @PathVariable long id, @Valid @RequestBody TariffPatch request, Caller caller, IfMatch expected) {
        TariffView tariff = tariffs.one(
                setting.edit(new SettingTariffs.EditTariff(id, request::patch, caller.memberId(), expected)));
        return tariff.id() == id ? shown(ResponseEntity.ok(), tariff) : created(tariff);
    }

    private static ResponseEntity<TariffView> created(TariffView tariff) {
        return shown(ResponseEntity.created(URI.create(PATH + "/" + tariff.id())), tariff);
    }

    private static ResponseEntity<TariffView> shown(ResponseEntity.BodyBuilder answer, TariffView tariff) {
        return answer.eTag(IfMatch.etag(tariff.version())).body(tariff);
    }

    record NewTariff(
            @NotNull @Text(max = 50) String carrier,
            @NotNull @Text(max = 50) String name,
            @NotNull @CountryCode String originCountry,

            @NotNull @Size(min = 1, max = COUNTRIES_MOST) List<@NotNull @CountryCode String> destinationCountries,

            @NotNull @Min(1) @Max(GRAMS_MOST) Integer maxWeightG,
            @NotNull @Min(1) @Max(MM_MOST) Integer maxLengthMm,
            @NotNull @Min(1) @Max(MM_MOST) Integer maxWidthMm,
            @NotNull @Min(1) @Max(MM_MOST) Integer maxHeightMm,
            @NotNull @Min(0) @Max(MOST_MINOR) Long priceMinor,
            @Nullable Boolean tracked,
            @Nullable Instant validFrom,
            @Nullable Instant validTo,
            @Nullable Boolean active) {

        Tariff tariff(Instant now) {
            Tariff.Reach reach = new Tariff.Reach(
                    carrier,
                    name,
                    originCountry,
                    destinationCountries.stream().distinct().toList(),
                    maxWeightG,
                    maxLengthMm,
                    maxWidthMm,
                    maxHeightMm,
                    tracked != null && tracked);
            return new Tariff(
                    reach, priceMinor, Objects.requireNonNullElse(validFrom, now), validTo, active == null || active);
        }
    }

    record TariffPatch(
            Sent<Instant> validTo,
            @Required Sent<Boolean> active,
            @Required Sent<@Min(0) @Max(MOST_MINOR) Long> priceMinor) {

        Tariff patch(Tariff is) {
            return new Tariff(
                    is.reach(),
                    Objects.requireNonNull(priceMinor.or(is.priceMinor())),
                    is.validFrom(),
                    validTo.or(is.validTo()),
                    Objects.requireNonNull(active.or(is.active())));
        }
    }
}
