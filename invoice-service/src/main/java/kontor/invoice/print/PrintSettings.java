package kontor.invoice.print;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is rendered at a time; it costs memory and processor time.
 *
 * @param parallel documents in work at once
 * @param queue how many more may wait for their turn
 * @param patience how long each of them waits
 */
@Validated
@ConfigurationProperties("kontor.invoice.print")
record PrintSettings(
        @DefaultValue("2") @Min(1) @Max(64) int parallel,
        @DefaultValue("100") @Min(0) @Max(10_000) int queue,

        @DefaultValue("20s") @NotNull @DurationMin(seconds = 1)
        Duration patience) {}
