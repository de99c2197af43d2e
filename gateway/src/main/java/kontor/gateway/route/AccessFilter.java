package kontor.gateway.route;

import kontor.gateway.call.Call;
import kontor.gateway.call.Checkpoint;
import kontor.gateway.call.FilterOrder;
import kontor.gateway.problem.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Default deny: what goes to a service needs a valid token, unless the operation is open to anyone. */
@Component
@Order(FilterOrder.ACCESS)
class AccessFilter implements Checkpoint {

    private final RouteTable table;
    private final OpenOperations open;

    AccessFilter(RouteTable table, OpenOperations open) {
        this.table = table;
        this.open = open;
    }

    @Override
    public Mono<Void> pass(Call call, ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String service = table.serviceFor(request.getPath().value());
        if (service == null) {
            return chain.filter(exchange);
        }
        call.goTo(service);
        if (call.caller() == null && !open.include(request.getMethod(), request.getPath())) {
            return Mono.error(Refusal.tokenMissing());
        }
        return chain.filter(exchange);
    }
}
