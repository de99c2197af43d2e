package kontor.gateway.problem;

import java.util.Set;
import kontor.gateway.call.Call;
import kontor.gateway.call.CorrelationId;
import kontor.gateway.call.Trace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The only place that turns an error of the gateway into an answer. */
@Component
@Order(-2) // before the framework's own handlers
class RefusalHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalHandler.class);

    private final Problems problems;

    RefusalHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            // Too late for a status: the connection is cut, so that nobody takes half an answer for a whole one.
            return Mono.error(error);
        }
        Refusal refusal = refusalFor(exchange, error);
        byte[] body = problems.write(refusal, exchange.getRequest().getPath().value(), correlationId(exchange));
        response.setStatusCode(HttpStatusCode.valueOf(refusal.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setContentLength(body.length);
        refusal.headers().forEach(response.getHeaders()::set);
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return response.setComplete();
        }
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return response.writeWith(Mono.just(buffer));
    }

    private static Refusal refusalFor(ServerWebExchange exchange, Throwable error) {
        return switch (error) {
            case Refusal refusal -> refusal;
            case MethodNotAllowedException other -> Refusal.methodNotAllowed(names(other.getSupportedMethods()));
            case ResponseStatusException status -> forStatus(exchange, status);
            default -> unexpected(exchange, error);
        };
    }

    private static Refusal forStatus(ServerWebExchange exchange, ResponseStatusException error) {
        return switch (error.getStatusCode().value()) {
            case 404 -> Refusal.notFound();
            case 413 -> Refusal.tooLarge("The body is too large.");
            case 415 -> Refusal.unsupported("This kind of content is not accepted here.");
            case 400, 406 -> Refusal.malformed("The request cannot be served as it is.");
            default -> unexpected(exchange, error);
        };
    }

    private static Refusal unexpected(ServerWebExchange exchange, Throwable error) {
        LOG.atError()
                .setCause(error)
                .addKeyValue("traceId", Trace.id(exchange))
                .log("Call {} failed", correlationId(exchange));
        return Refusal.internal();
    }

    private static String names(@Nullable Set<HttpMethod> methods) {
        return methods == null
                ? ""
                : String.join(
                        ", ", methods.stream().map(HttpMethod::name).sorted().toList());
    }

    private static String correlationId(ServerWebExchange exchange) {
        Call call = Call.ifKnown(exchange);
        return call == null ? CorrelationId.from(null) : call.correlationId();
    }
}
