package kontor.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** Limits of G-38 that are the gateway's to keep, and how many callers and addresses are remembered for them. */
@Validated
@ConfigurationProperties("kontor.limits")
record LimitSettings(
        @NotNull @Valid Rate caller,
        @NotNull @Valid Rate anonymous,
        @NotNull @Valid Rate registrations,
        @NotNull @Valid Rate tickets,
        @NotNull @Valid Rate messages,
        @DefaultValue("100000") @Positive int rememberedMax) {

    /** So many calls per period, with so many at once after a rest. */
    record Rate(
            @Positive long calls, Duration per, @Positive long burst) {}
}
