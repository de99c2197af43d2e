package kontor.gateway.limit;

import kontor.gateway.call.Call;
import kontor.gateway.call.Caller;
import kontor.gateway.call.Checkpoint;
import kontor.gateway.call.FilterOrder;
import kontor.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Keeps the limits: per caller where a token says who it is, else per address; besides, registrations per address,
 * tickets and messages per caller.
 */
@Component
@Order(FilterOrder.LIMIT)
class LimitFilter implements Checkpoint {

    private static final String REGISTRATION = "/api/v1/members";
    private static final String TICKET = "/api/v1/tickets";
    private static final PathPattern MESSAGE =
            PathPatternParser.defaultInstance.parse("/api/v1/conversations/{id}/messages");

    private final Limits limits;

    LimitFilter(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> pass(Call call, ServerWebExchange exchange, WebFilterChain chain) {
        Refusal refusal = refusal(call, exchange.getRequest());
        return refusal == null ? chain.filter(exchange) : Mono.error(refusal);
    }

    private @Nullable Refusal refusal(Call call, ServerHttpRequest request) {
        Caller caller = call.caller();
        Refusal refusal = caller == null ? limits.ofAddress(call.client()) : limits.ofCaller(caller.subject());
        boolean goesOn = refusal == null && HttpMethod.POST.equals(request.getMethod());
        return goesOn ? ofPosting(call, request.getPath()) : refusal;
    }

    private @Nullable Refusal ofPosting(Call call, RequestPath path) {
        if (path.value().equals(REGISTRATION)) {
            // Whether a name is taken shows only here, so the number of attempts is what protects it.
            return limits.ofRegistration(call.client());
        }
        Caller caller = call.caller();
        if (caller == null) {
            return null;
        }
        if (path.value().equals(TICKET)) {
            return limits.ofTicket(caller.subject());
        }
        return MESSAGE.matches(path) ? limits.ofMessage(caller.subject()) : null;
    }
}
