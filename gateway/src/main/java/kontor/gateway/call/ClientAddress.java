package kontor.gateway.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/** Finds out who is at the other end. A forwarding header counts only as far as trusted proxies wrote it. */
@Component
class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final InetAddress UNKNOWN = InetAddress.ofLiteral("0.0.0.0");

    private final List<AddressRange> trusted;

    ClientAddress(ProxySettings settings) {
        this.trusted = settings.trusted().stream().map(AddressRange::parse).toList();
    }

    InetAddress of(ServerHttpRequest request) {
        InetSocketAddress remote = request.getRemoteAddress();
        InetAddress peer = remote == null || remote.getAddress() == null ? UNKNOWN : remote.getAddress();
        return trusted.isEmpty() ? peer : behindProxies(peer, request);
    }

    private InetAddress behindProxies(InetAddress peer, ServerHttpRequest request) {
        List<String> hops = request.getHeaders().getOrEmpty(FORWARDED_FOR).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::trim)
                .toList();
        InetAddress client = peer;
        // From the nearest hop outwards: each proxy vouches only for the one it heard from.
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            try {
                client = InetAddress.ofLiteral(hops.get(i));
            } catch (IllegalArgumentException _) {
                return client;
            }
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }
}
