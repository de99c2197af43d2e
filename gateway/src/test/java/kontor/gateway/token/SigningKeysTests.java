package kontor.gateway.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kontor.gateway.token.SigningKeys.KeysUnavailable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class SigningKeysTests {

    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private String published = "{\"keys\":[]}";
    private boolean away;

    private final SigningKeys keys = new SigningKeys(
            Mono.defer(() -> {
                fetches.incrementAndGet();
                return away ? Mono.error(new IllegalStateException("away")) : Mono.just(published);
            }),
            Duration.ofSeconds(10),
            Duration.ofMinutes(10),
            now::get);

    @Test
    void fetchesNothingBeforeItIsNeeded() {
        assertThat(fetches).hasValue(0);
    }

    @Test
    void fetchesOnceForAllKeys() {
        publish("a", "b");

        assertThat(find("a")).isNotNull();
        assertThat(find("b")).isNotNull();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void fetchesAtMostOncePerPauseForUnknownIds() {
        publish("a");
        for (int i = 0; i < 1000; i++) {
            assertThat(keys.find("made-up-" + i).blockOptional()).isEmpty();
            now.addAndGet(Duration.ofMillis(20).toNanos());
        }

        assertThat(fetches).hasValue(2); // 20 s
    }

    @Test
    void findsARotatedKeyAfterThePause() {
        publish("a");
        find("a");
        publish("a", "b");

        assertThat(keys.find("b").blockOptional()).isEmpty();
        pass(Duration.ofSeconds(10));
        assertThat(find("b")).isNotNull();
        assertThat(find("a")).isNotNull();
    }

    @Test
    void forgetsAWithdrawnKeyWhenTheSetIsOld() {
        publish("a");
        find("a");
        publish("b");
        pass(Duration.ofMinutes(11));

        find("a"); // still served, and the set is renewed meanwhile
        assertThat(keys.find("a").blockOptional()).isEmpty();
    }

    @Test
    void keepsTheKnownKeysWhileKeycloakIsAway() {
        publish("a");
        find("a");
        away = true;
        pass(Duration.ofHours(1));

        assertThat(find("a")).isNotNull();
        assertThat(keys.find("b").blockOptional()).isEmpty();
    }

    @Test
    void saysThatNothingCanBeJudgedWithoutAnyKey() {
        away = true;

        assertThatThrownBy(() -> find("a")).isInstanceOf(KeysUnavailable.class);
        assertThatThrownBy(() -> find("a")).isInstanceOf(KeysUnavailable.class);
        assertThat(fetches).hasValue(1);
    }

    @Test
    void letsCallersWaitForTheSameFetch() {
        Sinks.One<String> answer = Sinks.one();
        SigningKeys slow = new SigningKeys(
                Mono.defer(() -> {
                    fetches.incrementAndGet();
                    return answer.asMono();
                }),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                now::get);
        publish("a");

        Mono<JWK> first = slow.find("a").cache();
        Mono<JWK> second = slow.find("a").cache();
        first.subscribe();
        second.subscribe();
        answer.tryEmitValue(published).orThrow();

        assertThat(first.block()).isNotNull();
        assertThat(second.block()).isNotNull();
        assertThat(fetches).hasValue(1);
    }

    @Test
    void tellsWhenItLastFetchedAndHowOftenItCouldNot() {
        SimpleMeterRegistry meters = meters();
        assertThat(age(meters, "fetch")).isNaN();
        publish("a");
        find("a");
        away = true;
        pass(Duration.ofMinutes(11));
        find("a"); // renews in vain

        assertThat(age(meters, "fetch"))
                .isEqualTo((double) Duration.ofMinutes(11).toSeconds());
        assertThat(meters.get("gateway.token.fetch.failures").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void tellsHowOldTheNewestKeyIs() throws IOException {
        SimpleMeterRegistry meters = meters();
        publish("a"); // without a certificate
        find("a");
        assertThat(age(meters, "key")).isNaN();

        published = new ClassPathResource("dated-keys.json").getContentAsString(StandardCharsets.UTF_8);
        pass(Duration.ofMinutes(11));

        assertThat(find("dated")).isNotNull();
        assertThat(age(meters, "key")).isEqualTo((double) Duration.ofDays(31).toSeconds());
    }

    private SimpleMeterRegistry meters() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new KeyFigures(keys, Clock.fixed(Instant.parse("2026-02-01T00:00:00Z"), ZoneOffset.UTC)).bindTo(meters);
        return meters;
    }

    private static double age(SimpleMeterRegistry meters, String what) {
        return meters.get("gateway.token.%s.age.seconds".formatted(what))
                .gauge()
                .value();
    }

    private JWK find(String id) {
        return keys.find(id).blockOptional().orElseThrow();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private void publish(String... ids) {
        published = new JWKSet(List.of(ids).stream().map(SigningKeysTests::key).toList()).toString();
    }

    private static JWK key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
