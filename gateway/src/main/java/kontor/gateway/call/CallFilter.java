package kontor.gateway.call;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** First of all: names the call and puts the headers on the answer that every answer carries. */
@Component
@Order(FilterOrder.CALL)
class CallFilter implements WebFilter {

    private final ClientAddress addresses;
    private final ManagementPort management;

    CallFilter(ClientAddress addresses, ManagementPort management) {
        this.addresses = addresses;
        this.management = management;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (management.received(exchange)) {
            return chain.filter(exchange);
        }
        String correlationId =
                CorrelationId.from(exchange.getRequest().getHeaders().getFirst(CorrelationId.HEADER));
        new Call(correlationId, addresses.of(exchange.getRequest())).attachTo(exchange);

        HttpHeaders answer = exchange.getResponse().getHeaders();
        answer.set(CorrelationId.HEADER, correlationId);
        AnswerHeaders.putOn(answer, exchange.getRequest().getPath().value());
        return chain.filter(exchange);
    }
}
