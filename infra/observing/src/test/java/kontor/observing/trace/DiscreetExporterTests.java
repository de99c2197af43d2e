package kontor.observing.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiscreetExporterTests {

    private static final String MARK = "grace@example.org";

    @Test
    void keepsBackWhatAnExceptionSays() {
        Kept kept = new Kept();
        try (SdkTracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new DiscreetExporter(kept)))
                .build()) {
            Span span = tracers.get("test").spanBuilder("call").startSpan();
            span.recordException(new IllegalStateException(MARK));
            span.setStatus(StatusCode.ERROR, MARK);
            span.end();
        }

        SpanData left = kept.spans.getFirst();
        assertThat(left.getName()).isEqualTo("call");
        assertThat(left.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(left.getStatus().getDescription()).isEmpty();
        assertThat(left.getEvents()).isEmpty();
    }

    /** A collector. */
    private static final class Kept implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> all) {
            spans.addAll(all);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
