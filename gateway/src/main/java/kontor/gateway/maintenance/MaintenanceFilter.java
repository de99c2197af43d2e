package kontor.gateway.maintenance;

import kontor.gateway.call.Call;
import kontor.gateway.call.Caller;
import kontor.gateway.call.Checkpoint;
import kontor.gateway.call.FilterOrder;
import kontor.gateway.problem.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** While maintenance is on, lets only admins pass, and those who ask whether it is on (G-37). */
@Component
@Order(FilterOrder.MAINTENANCE)
class MaintenanceFilter implements Checkpoint {

    private static final String SWITCH = "/api/v1/maintenance";

    private final Maintenance maintenance;
    private final IdentityQuestion question;
    private final MaintenanceSettings settings;

    MaintenanceFilter(Maintenance maintenance, IdentityQuestion question, MaintenanceSettings settings) {
        this.maintenance = maintenance;
        this.question = question;
        this.settings = settings;
    }

    @Override
    public Mono<Void> pass(Call call, ServerWebExchange exchange, WebFilterChain chain) {
        return maintenance.isCurrent()
                ? decide(call, exchange, chain)
                : question.settled().then(Mono.defer(() -> decide(call, exchange, chain)));
    }

    private Mono<Void> decide(Call call, ServerWebExchange exchange, WebFilterChain chain) {
        Maintenance.Mode mode = maintenance.mode();
        return mode.on() && !mayPass(call, exchange)
                ? Mono.error(Refusal.maintenance(mode.message(), settings.retryAfter()))
                : chain.filter(exchange);
    }

    private boolean mayPass(Call call, ServerWebExchange exchange) {
        Caller caller = call.caller();
        if (caller != null && maintenance.isAdmin(caller.subject())) {
            return true;
        }
        ServerHttpRequest request = exchange.getRequest();
        if (!request.getPath().value().equals(SWITCH)) {
            return false;
        }
        boolean asks = HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
        // Who is admin is not known before the topics were read. Identity knows, and refuses everybody else, so that
        // maintenance can be ended while the broker is away.
        return asks || (caller != null && !maintenance.isCurrent());
    }
}
