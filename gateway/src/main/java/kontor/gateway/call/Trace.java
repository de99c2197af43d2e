package kontor.gateway.call;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/** The span of a call, taken from where the server keeps it: no other way inwards would cost as little. */
public final class Trace {

    private Trace() {}

    /** The W3C header for a service, so that its span is below this call's. */
    public static Optional<String> parent(ServerWebExchange exchange) {
        return of(exchange)
                .map(trace -> "00-" + trace.traceId() + '-' + trace.spanId()
                        + (Boolean.TRUE.equals(trace.sampled()) ? "-01" : "-00"));
    }

    /** For log lines, which are written on threads of many calls. */
    public static String id(ServerWebExchange exchange) {
        return of(exchange).map(TraceContext::traceId).orElse("");
    }

    private static Optional<TraceContext> of(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> observed.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(Span::context);
    }
}
