package kontor.gateway.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services behind the gateway of this JVM's tests. */
public final class Shop {

    public static final List<String> SERVICES =
            List.of("identity", "catalog", "ledger", "order", "invoice", "support", "chat");

    private static final Map<String, Upstream> UPSTREAMS = new LinkedHashMap<>();

    static {
        SERVICES.forEach(name -> UPSTREAMS.put(name, Upstream.start(name)));
    }

    private Shop() {}

    public static Upstream service(String name) {
        Upstream upstream = UPSTREAMS.get(name);
        if (upstream == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return upstream;
    }
}
