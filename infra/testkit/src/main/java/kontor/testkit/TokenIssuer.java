package kontor.testkit;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.testkit.signing.SigningKey;

/** Keys, and the small HTTP server that shows their public halves where Keycloak would. */
final class TokenIssuer {

    private static final String REALM = "/realms/kontor";
    private static final String KEYS = REALM + "/protocol/openid-connect/certs";
    private static final String BAIT = "/bait/certs";

    /** The newest key is the first one and signs. */
    private final List<SigningKey> keys = new CopyOnWriteArrayList<>(List.of(new SigningKey()));

    private final AtomicInteger baitFetches = new AtomicInteger();
    private final HttpServer server;

    private TokenIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("The token issuer found no port", failed);
        }
        server.createContext(KEYS, exchange -> answer(exchange, keySet(keys)));
        server.createContext(BAIT, exchange -> {
            baitFetches.incrementAndGet();
            answer(exchange, keySet(List.of(foreignKey())));
        });
        server.createContext(
                REALM + "/.well-known/openid-configuration",
                exchange -> answer(exchange, """
                {"issuer": "%s", "jwks_uri": "%s", "subject_types_supported": ["public"]}
                """.formatted(address(), keysAddress())));
        server.start();
    }

    static TokenIssuer shared() {
        return Shared.ISSUER;
    }

    String address() {
        return base() + REALM;
    }

    String keysAddress() {
        return base() + KEYS;
    }

    String baitAddress() {
        return base() + BAIT;
    }

    int baitFetches() {
        return baitFetches.get();
    }

    SigningKey currentKey() {
        return keys.getFirst();
    }

    /** A key that is in no key set of ours. */
    SigningKey foreignKey() {
        return Foreign.KEY;
    }

    void rotate() {
        keys.addFirst(new SigningKey());
    }

    void dropFormerKeys() {
        keys.removeIf(key -> !key.equals(currentKey()));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String keySet(List<SigningKey> keys) {
        return new JWKSet(keys.stream().<JWK>map(SigningKey::publicHalf).toList()).toString(true);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Made at first use: most tests need none. */
    private static final class Foreign {

        static final SigningKey KEY = new SigningKey();
    }

    private static final class Shared {

        static final TokenIssuer ISSUER = new TokenIssuer();
    }
}
