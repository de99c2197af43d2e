package kontor.gateway.route;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kontor.gateway.call.Call;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/**
 * One route per service with the path as it is, and one for its API document. Nothing changes them at run time; of
 * several instances another may get the call (InstanceFilter).
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final String DOCUMENT = "/v3/api-docs";

    @Bean
    RouteLocator services(RouteLocatorBuilder builder, RouteSettings settings) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        settings.services()
                .forEach((name, service) -> routes.route(
                        name,
                        route -> route.predicate(goesTo(name, false))
                                .uri(service.url().getFirst())));
        settings.services()
                .forEach((name, service) -> routes.route(
                        name + "-docs",
                        route -> route.predicate(goesTo(name, true))
                                .filters(filters -> filters.setPath(DOCUMENT))
                                .uri(service.url().getFirst())));
        return routes.build();
    }

    @Bean
    Addresses addresses(RouteSettings settings) {
        return new Addresses(settings.services().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, service -> service.getValue().url())));
    }

    private static Predicate<ServerWebExchange> goesTo(String service, boolean docs) {
        return exchange -> {
            Call call = Call.ifKnown(exchange);
            return call != null
                    && service.equals(call.service())
                    && exchange.getRequest().getPath().value().startsWith(RouteTable.DOCS) == docs;
        };
    }
}
