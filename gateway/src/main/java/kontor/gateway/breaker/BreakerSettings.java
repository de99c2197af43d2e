package kontor.gateway.breaker;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a service may take until its answer begins, how many calls may wait for it at once, and when it counts as
 * broken. {@code timeLimits} sets other limits for single services.
 */
@Validated
@ConfigurationProperties("kontor.gateway.breaker")
record BreakerSettings(
        @DefaultValue("5s") Duration timeLimit,
        @DefaultValue Map<String, Duration> timeLimits,
        @DefaultValue("10s") Duration waitMax,
        @DefaultValue("256") int concurrentMax,
        @DefaultValue("10s") Duration window,
        @DefaultValue("5") int callsMin,
        @DefaultValue("50") int failureRate,
        @DefaultValue("3s") Duration slow,
        @DefaultValue("80") int slowRate,
        @DefaultValue("5s") Duration openFor,
        @DefaultValue("5") int probes) {

    Duration timeLimitOf(String service) {
        return timeLimits.getOrDefault(service, timeLimit);
    }
}
