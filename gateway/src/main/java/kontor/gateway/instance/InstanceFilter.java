package kontor.gateway.instance;

import java.net.URI;
import java.util.Iterator;
import kontor.gateway.call.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives each call of a service to the instance whose turn it is. Where none of it could be sent it goes to the next
 * one; what may have arrived is never sent again. To the breaker all attempts are one call, with one time limit.
 */
@Component
class InstanceFilter implements GlobalFilter, Ordered {

    private static final int BEHIND_THE_BREAKER = NettyRoutingFilter.ORDER - 1;

    private final Rotations rotations;

    InstanceFilter(Rotations rotations) {
        this.rotations = rotations;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String service = Call.of(exchange).service();
        @Nullable Rotation rotation = service == null ? null : rotations.of(service);
        return rotation == null
                ? chain.filter(exchange)
                : attempt(exchange, chain, rotation.next().iterator());
    }

    private static Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, Iterator<Instance> order) {
        Instance instance = order.next();
        lead(exchange, instance.url());
        Mono<Void> call = chain.filter(exchange);
        return !order.hasNext()
                ? call
                : call.onErrorResume(Unsent::is, refused -> {
                    instance.tell(false);
                    ServerWebExchangeUtils.removeAlreadyRouted(exchange);
                    return attempt(exchange, chain, order);
                });
    }

    /** The path and the query stay as they are, to the byte. */
    private static void lead(ServerWebExchange exchange, URI instance) {
        URI to = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR,
                        URI.create("%s://%s%s%s"
                                .formatted(instance.getScheme(), instance.getRawAuthority(), to.getRawPath(), query)));
    }

    @Override
    public int getOrder() {
        return BEHIND_THE_BREAKER;
    }
}
