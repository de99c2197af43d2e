package kontor.observing.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** In place of Boot's exporter, which is there or not by a condition of the build (ADR 064). */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@EnableConfigurationProperties(TraceSettings.class)
class TraceAutoConfiguration {

    /** A collector that is away costs spans, and never time of a stop. */
    private static final Duration SENT_WITHIN = Duration.ofSeconds(3);

    @Bean
    Sampler traceSampler(TraceSettings settings) {
        return settings.sampler();
    }

    @Bean
    SpanExporter traceExporter(TraceSettings settings) {
        if (!settings.areWanted()) {
            return SpanExporter.composite();
        }
        return new DiscreetExporter(OtlpHttpSpanExporter.builder()
                .setEndpoint(Objects.requireNonNull(settings.url()))
                .setConnectTimeout(SENT_WITHIN)
                .setTimeout(SENT_WITHIN)
                .build());
    }
}
