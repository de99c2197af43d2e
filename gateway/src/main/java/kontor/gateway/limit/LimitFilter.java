package kontor.gateway.limit;

import kontor.gateway.call.Call;
import kontor.gateway.call.Caller;
import kontor.gateway.call.Checkpoint;
import kontor.gateway.call.FilterOrder;
import kontor.gateway.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps the limits: per caller where a token says who it is, else per address; registrations per address besides. */
@Component
@Order(FilterOrder.LIMIT)
class LimitFilter implements Checkpoint {

    private static final String REGISTRATION = "/api/v1/members";

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
        // Whether a name is taken shows only here, so the number of attempts is what protects it.
        boolean registers = HttpMethod.POST.equals(request.getMethod())
                && request.getPath().value().equals(REGISTRATION);
        return refusal == null && registers ? limits.ofRegistration(call.client()) : refusal;
    }
}
