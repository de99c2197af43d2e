package kontor.observing.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Traces. Read at each start and by no condition, so that a prepared application (ADR 028) has them too.
 *
 * @param url the collector's address for spans (OTLP over HTTP), with its path; nothing is recorded without it
 * @param begin share of calls for which this process begins a trace; without it, it goes on with those of others
 */
@ConfigurationProperties("kontor.traces")
record TraceSettings(@Nullable String url, @Nullable Double begin) {

    boolean areWanted() {
        return url != null && !url.isBlank();
    }

    /** Whoever begins asks nobody: a mark that a client sent along would make it decide what tracing costs. */
    Sampler sampler() {
        if (!areWanted()) {
            return Sampler.alwaysOff();
        }
        return begin == null ? Sampler.parentBased(Sampler.alwaysOff()) : Sampler.traceIdRatioBased(begin);
    }
}
