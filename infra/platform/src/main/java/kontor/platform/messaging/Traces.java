package kontor.platform.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace header of the current span, so that a trace goes on behind the broker. */
public final class Traces {

    private static final Pattern HEADER = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private Traces() {}

    public static @Nullable String currentParent() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    /** The id in such a header. */
    static @Nullable String idOf(@Nullable String parent) {
        return parent != null && HEADER.matcher(parent).matches() ? parent.substring(3, 35) : null;
    }
}
