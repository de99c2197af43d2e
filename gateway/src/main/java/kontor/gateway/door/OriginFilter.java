package kontor.gateway.door;

import java.time.Duration;
import java.util.List;
import kontor.gateway.call.CorrelationId;
import kontor.gateway.call.FilterOrder;
import kontor.gateway.problem.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

/**
 * Lets the listed web origins read answers, exact ones only. Credentials are never allowed: no cookie means anything.
 */
@Component
class OriginFilter extends CorsWebFilter implements Ordered {

    /** The origins, as {@code https://shop.example}. */
    @ConfigurationProperties("kontor.gateway.cors")
    record CorsSettings(
            @DefaultValue List<String> origins,
            @DefaultValue("1h") Duration maxAge) {

        CorsSettings {
            if (origins.stream().anyMatch(origin -> origin.contains("*") || origin.equals("null"))) {
                throw new IllegalArgumentException("origins are listed one by one, without wildcard or null");
            }
        }
    }

    OriginFilter(CorsSettings settings) {
        super(allow(settings), new Processor());
    }

    private static final class Processor extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw Refusal.originNotAllowed();
        }
    }

    private static UrlBasedCorsConfigurationSource allow(CorsSettings settings) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(settings.origins());
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of(
                "Accept",
                "Authorization",
                "Content-Type",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "Last-Event-ID",
                "Prefer",
                CorrelationId.HEADER));
        cors.setExposedHeaders(
                List.of("ETag", "Location", "Retry-After", "Idempotent-Replayed", "X-Copy", CorrelationId.HEADER));
        cors.setMaxAge(settings.maxAge());
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", cors);
        return everywhere;
    }

    @Override
    public int getOrder() {
        return FilterOrder.CORS;
    }
}
