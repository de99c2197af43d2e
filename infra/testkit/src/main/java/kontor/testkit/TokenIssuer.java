package kontor.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys, and the small HTTP server that shows their public halves where Keycloak would. */
final class TokenIssuer {

    private static final String REALM = "/realms/kontor";
    private static final String KEYS = REALM + "/protocol/openid-connect/certs";
    private static final String BAIT = "/bait/certs";

    /** The newest key is the first one and signs. */
    private final List<RSAKey> keys = new CopyOnWriteArrayList<>(List.of(newKey()));

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

    RSAKey currentKey() {
        return keys.getFirst();
    }

    /** A key that is in no key set of ours. */
    RSAKey foreignKey() {
        return Foreign.KEY;
    }

    void rotate() {
        keys.addFirst(newKey());
    }

    void dropFormerKeys() {
        keys.removeIf(key -> !key.equals(currentKey()));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static String keySet(List<RSAKey> keys) {
        return new JWKSet(List.<JWK>copyOf(keys)).toString(true);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException("No RSA key", failed);
        }
    }

    /** Made at first use: most tests need none, and a key takes a second. */
    private static final class Foreign {

        static final RSAKey KEY = newKey();
    }

    private static final class Shared {

        static final TokenIssuer ISSUER = new TokenIssuer();
    }
}
