package kontor.gateway.breaker;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.channel.ChannelException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kontor.gateway.call.Call;
import kontor.gateway.instance.Unsent;
import kontor.gateway.problem.Refusal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.channel.AbortedException;

/**
 * Stands right before the call of a service and ends when its answer begins, so a stream may last as long as it likes.
 * It tells apart what did not happen (503), what may have happened (502, 504) and what is the caller's own fault, and
 * repeats nothing.
 */
@Component
class BreakerFilter implements GlobalFilter, Ordered {

    private static final int RIGHT_BEFORE_THE_CALL = NettyRoutingFilter.ORDER - 2;

    private final Guards guards;
    private final BreakerSettings settings;

    BreakerFilter(Guards guards, BreakerSettings settings) {
        this.guards = guards;
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String service = Call.of(exchange).service();
        if (service == null) {
            return chain.filter(exchange);
        }
        Guards.Guard guard = guards.of(service);
        if (!guard.bulkhead().tryAcquirePermission()) {
            return Mono.error(unreached(service, Duration.ofSeconds(1)));
        }
        if (!guard.breaker().tryAcquirePermission()) {
            guard.bulkhead().releasePermission();
            return Mono.error(unreached(service, settings.openFor()));
        }
        Duration wait = WaitingTime.asked(exchange.getRequest().getHeaders().get("Prefer"), settings.waitMax());
        Attempt attempt =
                new Attempt(guard, exchange.getResponse(), wait, guard.breaker().getCurrentTimestamp());
        return chain.filter(exchange)
                .timeout(guard.timeLimit().plus(wait))
                .doOnSuccess(_ -> attempt.answered())
                .doOnError(attempt::failed)
                .doFinally(attempt::ended)
                .onErrorMap(error -> !(error instanceof Refusal), error -> refusal(service, error));
    }

    @Override
    public int getOrder() {
        return RIGHT_BEFORE_THE_CALL;
    }

    private Throwable refusal(String service, Throwable error) {
        if (isClients(error)) {
            return Refusal.malformed("The request did not arrive whole.");
        }
        if (Unsent.is(error)) {
            return unreached(service, settings.openFor());
        }
        String detail = "The answer of %s is missing; whether it acted is not known.".formatted(service);
        return Refusal.inDoubt(error instanceof TimeoutException ? 504 : 502, detail, Duration.ofSeconds(1));
    }

    private static Refusal unreached(String service, Duration wait) {
        return Refusal.unavailable("The %s service cannot be reached; nothing was done.".formatted(service), wait);
    }

    /** The client went away, was too slow or sent too much: no fault of the service. */
    private static boolean isClients(Throwable error) {
        // The server's own "request timed out" cannot be named from here; the client's read timeout is its only
        // relative.
        boolean requestTimedOut = error instanceof ChannelException && !(error instanceof ReadTimeoutException);
        return error instanceof Refusal || error instanceof AbortedException || requestTimedOut;
    }

    /** One call of a service, told to its breaker exactly once. */
    private record Attempt(Guards.Guard guard, ServerHttpResponse response, Duration waited, long startedAt) {

        void answered() {
            if (isFault(response)) {
                guard.breaker().onError(took(), TimeUnit.NANOSECONDS, new Fault());
            } else {
                guard.breaker().onSuccess(took(), TimeUnit.NANOSECONDS);
            }
        }

        void failed(Throwable error) {
            if (isClients(error)) {
                guard.breaker().releasePermission();
            } else {
                guard.breaker().onError(took(), TimeUnit.NANOSECONDS, error);
            }
        }

        void ended(SignalType how) {
            guard.bulkhead().releasePermission();
            if (how == SignalType.CANCEL) {
                guard.breaker().releasePermission();
            }
        }

        /** Waiting that the caller asked for is not slowness. */
        private long took() {
            CircuitBreaker breaker = guard.breaker();
            return Math.max(0, breaker.getCurrentTimestamp() - startedAt - waited.toNanos());
        }

        /**
         * A 503 with {@code Retry-After} is a living service's own refusal of one function, no reason to cut the rest.
         */
        private static boolean isFault(ServerHttpResponse response) {
            HttpStatusCode status = response.getStatusCode();
            boolean deliberate = status != null
                    && status.value() == 503
                    && response.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
            return status != null && status.is5xxServerError() && !deliberate;
        }
    }

    private static final class Fault extends RuntimeException {

        Fault() {
            super("the service answered 5xx", null, false, false);
        }
    }
}
