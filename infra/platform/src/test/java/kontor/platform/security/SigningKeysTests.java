package kontor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of an issuer that rotates, is flooded with unknown ids, and goes away. */
class SigningKeysTests {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AtomicInteger fetches = new AtomicInteger();
    private final HttpServer issuer;
    private final SigningKeys keys;
    private volatile List<JWK> published = List.of(key("first"));
    private volatile boolean away;
    private volatile Duration now = Duration.ZERO;

    SigningKeysTests() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/", exchange -> {
            fetches.incrementAndGet();
            byte[] answer = new JWKSet(published).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(away ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        issuer.start();
        keys = new SigningKeys(
                "http://127.0.0.1:%d/".formatted(issuer.getAddress().getPort()), () -> now.toNanos());
    }

    @AfterEach
    void stop() {
        issuer.stop(0);
    }

    @Test
    void findsANewKeyWithinTenSecondsAndTheFormerOneToo() throws Exception {
        assertThat(find("first")).isTrue();
        published = List.of(key("second"), published.getFirst());

        assertThat(find("second")).isFalse();
        pass(PAUSE);
        assertThat(find("second")).isTrue();
        assertThat(find("first")).isTrue();
    }

    @Test
    void forgetsAKeyThatTheIssuerHasDropped() throws Exception {
        assertThat(find("first")).isTrue();
        published = List.of(key("second"));

        pass(Duration.ofMinutes(5));

        assertThat(find("first")).isFalse();
    }

    @Test
    void fetchesAtMostOnceInTenSecondsHoweverManyUnknownIdsCome() throws Exception {
        assertThat(find("first")).isTrue();

        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 20; i++) {
                assertThat(find("unknown-" + i)).isFalse();
            }
            pass(Duration.ofSeconds(1));
        }

        assertThat(fetches).hasValue(6);
    }

    @Test
    void goesOnWithTheKeysItKnowsWhileTheIssuerIsAway() throws Exception {
        assertThat(find("first")).isTrue();
        away = true;

        pass(Duration.ofHours(10));

        assertThat(find("first")).isTrue();
    }

    @Test
    void cannotJudgeBeforeTheIssuerWasThereOnceAndAsksAgain() throws Exception {
        away = true;
        assertThatExceptionOfType(KeySourceException.class).isThrownBy(() -> find("first"));
        away = false;

        pass(PAUSE);

        assertThat(find("first")).isTrue();
    }

    private boolean find(String id) throws KeySourceException {
        JWKSelector selector =
                new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
        return !keys.get(selector, null).isEmpty();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static JWK key(String id) {
        try {
            return new ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_256)
                    .keyID(id)
                    .generate()
                    .toPublicJWK();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
