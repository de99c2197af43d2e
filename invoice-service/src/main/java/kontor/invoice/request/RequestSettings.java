package kontor.invoice.request;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests wait for order-service.
 *
 * @param reaskInterval after how long without an answer the question is asked again (G-29)
 */
@Validated
@ConfigurationProperties("kontor.invoice")
record RequestSettings(
        @DefaultValue("30s") @NotNull @DurationMin(seconds = 1)
        Duration reaskInterval) {}
