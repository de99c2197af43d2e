package kontor.gateway.route;

import java.net.URI;
import java.util.List;
import kontor.gateway.call.AnswerHeaders;
import kontor.gateway.call.CorrelationId;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What a client gets to see of a service's headers: nothing that names software, nothing that the gateway decides. */
@Component
class ResponseHeaders implements HttpHeadersFilter, Ordered {

    private static final List<String> HELD_BACK = List.of(
            HttpHeaders.SERVER,
            HttpHeaders.SET_COOKIE,
            HttpHeaders.VIA,
            HttpHeaders.PRAGMA,
            HttpHeaders.EXPIRES,
            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
            HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS,
            HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
            "Cross-Origin-Opener-Policy",
            "Referrer-Policy",
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "X-Powered-By",
            "X-XSS-Protection",
            CorrelationId.HEADER);

    /** A service knows better than the gateway's default what may be kept and what a picture may do. */
    private static final List<String> REPLACING =
            List.of(HttpHeaders.CACHE_CONTROL, AnswerHeaders.CONTENT_SECURITY_POLICY);

    @Override
    public HttpHeaders filter(HttpHeaders sent, ServerWebExchange exchange) {
        HELD_BACK.forEach(sent::remove);
        HttpHeaders answer = exchange.getResponse().getHeaders();
        for (String name : REPLACING) {
            if (sent.containsHeader(name)) {
                answer.remove(name);
            }
        }
        keepOwnPath(sent);
        return sent;
    }

    /** Links lead to own paths: a service knows its inner address only. */
    private static void keepOwnPath(HttpHeaders sent) {
        URI location = sent.getLocation();
        if (location != null && location.isAbsolute()) {
            String query = location.getRawQuery();
            sent.set(HttpHeaders.LOCATION, query == null ? location.getRawPath() : location.getRawPath() + "?" + query);
        }
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
