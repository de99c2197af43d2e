package kontor.gateway.breaker;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A guard per service, made when the service is first called. */
@Component
class Guards {

    /** What stands between the gateway and one service. */
    record Guard(CircuitBreaker breaker, Bulkhead bulkhead, Duration timeLimit) {}

    private final BreakerSettings settings;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    Guards(BreakerSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.breakers = CircuitBreakerRegistry.of(breaker(settings));
        this.bulkheads = BulkheadRegistry.of(BulkheadConfig.custom()
                .maxConcurrentCalls(settings.concurrentMax())
                .maxWaitDuration(Duration.ZERO)
                .writableStackTraceEnabled(false)
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(metrics);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(metrics);
    }

    private static CircuitBreakerConfig breaker(BreakerSettings settings) {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(Math.toIntExact(settings.window().toSeconds()))
                .minimumNumberOfCalls(settings.callsMin())
                .failureRateThreshold(settings.failureRate())
                .slowCallDurationThreshold(settings.slow())
                .slowCallRateThreshold(settings.slowRate())
                .waitDurationInOpenState(settings.openFor())
                .permittedNumberOfCallsInHalfOpenState(settings.probes())
                .build();
    }

    Guard of(String service) {
        Guard known = guards.get(service);
        return known != null ? known : guards.computeIfAbsent(service, this::create);
    }

    private Guard create(String service) {
        return new Guard(breakers.circuitBreaker(service), bulkheads.bulkhead(service), settings.timeLimitOf(service));
    }
}
