package kontor.gateway.call;

import java.net.InetAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** The call in hand. Filled in on its way inwards by one filter after the other, so confined to one request. */
public final class Call {

    private static final String ATTRIBUTE = Call.class.getName();

    private final String correlationId;
    private final InetAddress client;
    private @Nullable Caller caller;
    private @Nullable String service;

    public Call(String correlationId, InetAddress client) {
        this.correlationId = correlationId;
        this.client = client;
    }

    public static Call of(ServerWebExchange exchange) {
        return Objects.requireNonNull(exchange.getAttribute(ATTRIBUTE), "a call is known from the first filter on");
    }

    public static @Nullable Call ifKnown(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    void attachTo(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public String correlationId() {
        return correlationId;
    }

    /** Address of the client: the peer, or what a trusted proxy says about it. */
    public InetAddress client() {
        return client;
    }

    /** Null until a valid token was seen. */
    public @Nullable Caller caller() {
        return caller;
    }

    public void madeBy(Caller known) {
        this.caller = known;
    }

    /** Name of the service that answers; null where the gateway does so itself. */
    public @Nullable String service() {
        return service;
    }

    public void goTo(String name) {
        this.service = name;
    }
}
