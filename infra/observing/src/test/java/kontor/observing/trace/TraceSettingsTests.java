package kontor.observing.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceSettingsTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String COLLECTOR = "http://localhost:4318/v1/traces";

    @ParameterizedTest
    @CsvSource(textBlock = """
            # url          begin  parent recorded
            ,              ,      01,    false
            '',            1,     01,    false
            http://c,      ,      01,    true
            http://c,      ,      00,    false
            http://c,      1,     00,    true
            http://c,      0,     01,    false
            """)
    void decidesWhatIsRecorded(@Nullable String url, @Nullable Double begin, String parent, boolean recorded) {
        assertThat(span(new TraceSettings(url, begin), TraceFlags.fromHex(parent, 0))
                        .isRecording())
                .isEqualTo(recorded);
    }

    @Test
    void goesOnWithATraceAlsoWhenNothingIsRecorded() {
        assertThat(span(new TraceSettings(null, null), TraceFlags.getSampled())
                        .getSpanContext()
                        .getTraceId())
                .isEqualTo(TRACE);
    }

    @Test
    void beginsNothingWhereOthersDo() {
        try (SdkTracerProvider tracers = tracers(new TraceSettings(COLLECTOR, null))) {
            assertThat(tracers.get("test").spanBuilder("job").startSpan().isRecording())
                    .isFalse();
        }
    }

    private static Span span(TraceSettings settings, TraceFlags parent) {
        try (SdkTracerProvider tracers = tracers(settings)) {
            SpanContext caller =
                    SpanContext.createFromRemoteParent(TRACE, "b7ad6b7169203331", parent, TraceState.getDefault());
            return tracers.get("test")
                    .spanBuilder("call")
                    .setParent(Context.root().with(Span.wrap(caller)))
                    .startSpan();
        }
    }

    private static SdkTracerProvider tracers(TraceSettings settings) {
        return SdkTracerProvider.builder().setSampler(settings.sampler()).build();
    }
}
