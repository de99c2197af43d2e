package kontor.gateway.token;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** How old the signing keys are and when they were last seen: while Keycloak is away the known ones go on. */
record KeyFigures(SigningKeys keys, Clock clock) implements MeterBinder {

    private static final double MILLIS = 1_000;

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("gateway.token.fetch.age.seconds", () -> seconds(keys.sinceFetch()))
                .register(meters);
        Gauge.builder(
                        "gateway.token.key.age.seconds",
                        () -> seconds(keys.newestSince().map(since -> Duration.between(since, clock.instant()))))
                .register(meters);
        FunctionCounter.builder("gateway.token.fetch.failures", keys, SigningKeys::failures)
                .register(meters);
    }

    private static double seconds(Optional<Duration> age) {
        return age.map(time -> time.toMillis() / MILLIS).orElse(Double.NaN);
    }
}
