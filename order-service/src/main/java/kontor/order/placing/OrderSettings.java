package kontor.order.placing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a deployment chooses about placing.
 *
 * @param deadlineDays calendar days after placing that are promised unless the caller says otherwise
 * @param pendingTimeout after which an order that nobody decides is rejected (O-3)
 * @param reaskInterval after which the catalog is asked again
 */
@Validated
@ConfigurationProperties("kontor.order")
record OrderSettings(
        @DefaultValue("14") @Min(0) @Max(3650) int deadlineDays,
        @DefaultValue("10m") @DurationMin(seconds = 1) Duration pendingTimeout,
        @DefaultValue("30s") @DurationMin(seconds = 1) Duration reaskInterval) {}
