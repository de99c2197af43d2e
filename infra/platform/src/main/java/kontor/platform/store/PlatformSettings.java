package kontor.platform.store;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What every service of a deployment shares (common.md section 9).
 *
 * @param service this service's name, such as {@code ledger}
 * @param currency ISO 4217
 * @param zone business zone of days, months and years (G-16)
 * @param country ISO 3166 alpha-2, default of addresses
 * @param clock offset of the clock from real time
 * @param idempotency how long answers are kept
 * @param farewell how long a stopping service serves on while its readiness is down (reliability.md section 6)
 */
@Validated
@ConfigurationProperties("kontor")
public record PlatformSettings(
        @NotBlank String service,
        @DefaultValue("EUR") String currency,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("HU") String country,
        @DefaultValue Clock clock,
        @DefaultValue Idempotency idempotency,
        @DefaultValue("0s") Duration farewell) {

    /** The clock.
     *
     * @param offset how far the clock is moved; zero but in the local profile and tests (G-18) */
    public record Clock(@DefaultValue("0s") Duration offset) {}

    /** Stored answers.
     *
     * @param keep how long an answer is kept for a repeated key (G-26) */
    public record Idempotency(@DefaultValue("7d") Duration keep) {}
}
