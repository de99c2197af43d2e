package kontor.gateway.call;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One of the filters that every call passes on its way in. Errors of the way are refusals. */
public interface Checkpoint extends WebFilter {

    @Override
    default Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Call call = Call.ifKnown(exchange);
        return call == null ? chain.filter(exchange) : pass(call, exchange, chain);
    }

    Mono<Void> pass(Call call, ServerWebExchange exchange, WebFilterChain chain);
}
