package kontor.gateway.door;

import java.util.List;
import java.util.Set;
import kontor.gateway.call.Call;
import kontor.gateway.call.Checkpoint;
import kontor.gateway.call.FilterOrder;
import kontor.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Refuses calls by their outer shape: verb, path, upgrade, coding and size of the body. */
@Component
@Order(FilterOrder.SHAPE)
class ShapeFilter implements Checkpoint {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private static final String ALLOWED = "DELETE, GET, HEAD, PATCH, POST, PUT";

    /**
     * What Java's own client offers with every first request; answering without it is the refusal that HTTP foresees.
     */
    private static final String H2C = "h2c";

    private final long bodyMax;
    private final long uploadMax;
    private final List<PathPattern> uploads;

    ShapeFilter(DoorSettings settings) {
        this.bodyMax = settings.bodyMax().toBytes();
        this.uploadMax = settings.uploadMax().toBytes();
        this.uploads = settings.uploads().stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    @Override
    public Mono<Void> pass(Call call, ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        Refusal refusal = refusal(request);
        if (refusal != null) {
            return Mono.error(refusal);
        }
        if (request.getHeaders().getContentLength() >= 0 || !hasBody(request)) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .request(new BoundedBody(request, bodyMax(request)))
                .build());
    }

    private @Nullable Refusal refusal(ServerHttpRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            return Refusal.methodNotAllowed(ALLOWED);
        }
        if (!PlainPath.is(request.getURI().getRawPath())) {
            return Refusal.malformed("The path has characters or segments that are not used here.");
        }
        HttpHeaders headers = request.getHeaders();
        String upgrade = headers.getUpgrade();
        if (upgrade != null && !upgrade.equalsIgnoreCase(H2C)) {
            return Refusal.malformed("Protocol upgrades are not offered; streams are plain HTTP here.");
        }
        if (headers.containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            return Refusal.unsupported("Send the body without compression.");
        }
        return headers.getContentLength() > bodyMax(request) ? BoundedBody.tooLarge() : null;
    }

    private static boolean hasBody(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private long bodyMax(ServerHttpRequest request) {
        for (PathPattern upload : uploads) {
            if (upload.matches(request.getPath())) {
                return uploadMax;
            }
        }
        return bodyMax;
    }
}
