package kontor.order.deadline;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long purchases wait.
 *
 * @param order for decisions of other services
 * @param market for their parties
 */
@Validated
@ConfigurationProperties("kontor")
record MarketSettings(
        @Valid @DefaultValue Order order,
        @Valid @DefaultValue Market market) {

    /** For decisions, as orders do.
     *
     * @param pendingTimeout after which a purchase that the catalog does not decide is rejected (O-20)
     * @param reaskInterval after which catalog and ledger are asked again (O-23) */
    record Order(
            @DefaultValue("10m") @DurationMin(seconds = 1) Duration pendingTimeout,
            @DefaultValue("30s") @DurationMin(seconds = 1) Duration reaskInterval) {}

    /** Calendar days in the business zone (G-16).
     *
     * @param unpaidDays after which an OPEN purchase is cancelled
     * @param unconfirmedDays after which a SHIPPED purchase is DONE */
    record Market(
            @DefaultValue("7") @Min(1) @Max(3650) int unpaidDays,
            @DefaultValue("14") @Min(1) @Max(3650) int unconfirmedDays) {}
}
