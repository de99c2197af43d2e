package kontor.catalog.bulk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZonedDateTime;
import kontor.catalog.bulk.BulkChanging.By;
import kontor.catalog.core.PriceMinor;
import kontor.platform.security.Access;
import kontor.platform.security.Caller;
import kontor.platform.security.Who;
import kontor.platform.store.PlatformSettings;
import kontor.platform.web.RequestKeys;
import kontor.platform.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /products/bulk}: for admins. */
@RestController
@RequestMapping("/api/v1/products/bulk")
class BulkController {

    private final BulkChanging changing;
    private final RequestKeys keys;
    private final Clock clock;
    private final PlatformSettings settings;

    BulkController(BulkChanging changing, RequestKeys keys, Clock clock, PlatformSettings settings) {
        this.changing = changing;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    @PostMapping("/price-change")
    @Access(Who.ADMIN)
    BulkChange changePrices(@Valid @RequestBody PriceChange request, Caller caller) {
        return changing.changePrices(
                request.categoryId(),
                Boolean.TRUE.equals(request.descendants()),
                new Percent(request.percent()),
                new By(caller.memberId(), keys.of(request)));
    }

    @PostMapping("/move")
    @Access(Who.ADMIN)
    BulkChange move(@Valid @RequestBody Move request, Caller caller) {
        return changing.move(request.priceMinor(), request.categoryName(), new By(caller.memberId(), keys.of(request)));
    }

    /** A year is one of the calendar in the zone of the business (G-16). */
    @PostMapping("/slow-movers")
    @Access(Who.ADMIN)
    BulkChange discountSlowMovers(@RequestBody(required = false) @Nullable Nothing request, Caller caller) {
        By by = new By(caller.memberId(), keys.of(new Nothing()));
        return changing.discountSlowMovers(
                ZonedDateTime.now(clock.withZone(settings.zone())).minusYears(1).toInstant(), by);
    }

    record PriceChange(
            @NotNull Long categoryId,
            @Nullable Boolean descendants,

            @NotNull
            @DecimalMin(value = "-100", inclusive = false)
            @DecimalMax("1000")
            @Digits(integer = 4, fraction = 4)
            BigDecimal percent) {}

    /** An empty body, or none. */
    record Nothing() {}

    record Move(
            @NotNull @PriceMinor Long priceMinor,
            @NotNull @Text(max = 50) String categoryName) {}
}
