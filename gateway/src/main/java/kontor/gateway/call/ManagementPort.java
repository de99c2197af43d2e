package kontor.gateway.call;

import java.net.InetSocketAddress;
import org.springframework.boot.web.server.reactive.context.ReactiveWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells calls of operators from calls of the public. Spring gives the management server the filters and routes of the
 * public one; what came in there is no {@link Call}, so that none of them has any effect on it.
 */
@Component
class ManagementPort {

    private static final String MANAGEMENT = "management";
    private static final int NONE = -1;

    private volatile int port = NONE;

    @EventListener
    void on(ReactiveWebServerInitializedEvent started) {
        if (MANAGEMENT.equals(started.getApplicationContext().getServerNamespace())) {
            port = started.getWebServer().getPort();
        }
    }

    boolean received(ServerWebExchange exchange) {
        InetSocketAddress local = exchange.getRequest().getLocalAddress();
        return local != null && local.getPort() == port;
    }
}
