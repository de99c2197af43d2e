package kontor.gateway.route;

import java.net.URI;
import java.util.List;
import kontor.gateway.call.Call;
import kontor.gateway.call.CorrelationId;
import kontor.gateway.call.Trace;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a service gets to see of a request. A list of what passes, not of what does not: no header but the bearer token
 * can carry an identity, whatever it is called, and the headers of forwarding and tracing are the gateway's own.
 */
@Component
class RequestHeaders implements HttpHeadersFilter, Ordered {

    private static final List<String> PASSING = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.IF_NONE_MATCH,
            HttpHeaders.IF_RANGE,
            HttpHeaders.RANGE,
            "Idempotency-Key",
            "Last-Event-ID",
            "Prefer");

    private final String scheme;
    private final String host;
    private final String port;

    RequestHeaders(RouteSettings settings) {
        URI url = settings.publicUrl();
        this.scheme = url.getScheme();
        this.host = url.getHost();
        int known = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        this.port = Integer.toString(known);
    }

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        for (String name : PASSING) {
            List<String> values = sent.get(name);
            if (values != null) {
                passed.put(name, values);
            }
        }
        Call call = Call.of(exchange);
        passed.set(CorrelationId.HEADER, call.correlationId());
        Trace.parent(exchange).ifPresent(parent -> passed.set("traceparent", parent));
        passed.set("X-Forwarded-For", call.client().getHostAddress());
        passed.set("X-Forwarded-Proto", scheme);
        // Never the client's Host header: it would decide about links.
        passed.set("X-Forwarded-Host", host);
        passed.set("X-Forwarded-Port", port);
        return passed;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.REQUEST;
    }

    /** Last, since others of Spring's take forwarding headers away. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
