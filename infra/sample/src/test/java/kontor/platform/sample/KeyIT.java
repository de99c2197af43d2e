package kontor.platform.sample;

import static kontor.platform.sample.Jars.assertRefused;
import static kontor.platform.sample.Jars.body;
import static kontor.platform.sample.Jars.isReplay;
import static kontor.platform.sample.Jars.key;
import static kontor.platform.sample.Jars.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kontor.platform.MovableClock;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One key, one effect, one answer (G-26, INV-29). */
@KontorTest(service = "sample")
class KeyIT {

    private final Jars jars;
    private final TestDatabase database;
    private final Members members;
    private final MovableClock clock;
    private final Object sweeper;

    KeyIT(
            RestTestClient http,
            TestDatabase database,
            Members members,
            MovableClock clock,
            @Qualifier("sweeper") Object sweeper) {
        this.jars = new Jars(http, database);
        this.database = database;
        this.members = members;
        this.clock = clock;
        this.sweeper = sweeper;
    }

    @AfterEach
    void tidy() {
        clock.moveTo(Duration.ZERO);
    }

    @Test
    void repeatsStatusHeadersAndBody() {
        long jar = jars.jar();
        String bearer = members.verified().bearer();
        String key = key();

        ExchangeResult first = jars.fill(jar, bearer, key, 5);
        ExchangeResult again = jars.fill(jar, bearer, key, 5);

        assertThat(isReplay(first)).isFalse();
        assertThat(isReplay(again)).isTrue();
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getResponseHeaders().getLocation())
                .isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(body(again)).isEqualTo(body(first));
    }

    @Test
    void refusesAKeyWithAnotherBody() {
        long jar = jars.jar();
        String bearer = members.verified().bearer();
        String key = key();
        jars.fill(jar, bearer, key, 5);

        assertRefused(jars.fill(jar, bearer, key, 6), 422, "idempotency-key-reused");

        assertThat(jars.amount(jar)).isEqualTo(5);
        assertThat(status(jars.fill(jar, bearer, key, 5))).isEqualTo(201);
    }

    @Test
    void repeatsARefusalWordForWordThoughItsReasonIsGone() {
        long jar = jars.jar();
        String bearer = members.verified().bearer();
        String key = key();
        jars.fill(jar, bearer, key(), 900_000);

        ExchangeResult first = jars.fill(jar, bearer, key, 200_000);
        database.asOwner()
                .sql("update jar set amount_minor = 0 where id = ?")
                .param(jar)
                .update();
        ExchangeResult again = jars.fill(jar, bearer, key, 200_000);

        assertRefused(first, 422, "amount-out-of-range");
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getResponseHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(isReplay(again)).isTrue();
        assertThat(jars.amount(jar)).isZero();
        assertThat(jars.count("select count(*) from outbox where aggregate_id = ?", String.valueOf(jar)))
                .isEqualTo(1);
    }

    @Test
    void storesARefusalOnlyForWhatTheOperationSays() {
        String bearer = members.verified().bearer();
        String key = key();

        assertRefused(jars.fill(77_777_777, bearer, key, 5), 404, "not-found");
        assertThat(isReplay(jars.fill(77_777_777, bearer, key, 5))).isTrue();

        long jar = jars.jar();
        String freed = key();
        assertRefused(jars.fill(jar, bearer, freed, -5), 400, "invalid-field");
        assertRefused(jars.fill(jar, members.unverified().bearer(), freed, 5), 403, "not-verified");
        assertThat(status(jars.fill(jar, bearer, freed, 5))).isEqualTo(201);
    }

    @Test
    void freesTheKeyOfAFailure() {
        String bearer = Tokens.stranger().bearer();
        String key = key();

        assertRefused(jars.slow(bearer, key, "?breaks=true"), 500, "internal-error");

        assertThat(status(jars.slow(bearer, key, ""))).isEqualTo(200);
        assertThat(isReplay(jars.slow(bearer, key, ""))).isTrue();
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        assertRefused(jars.fill(jars.jar(), members.verified().bearer(), null, 5), 400, "idempotency-key-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x\ty"})
    void refusesABadKey(String bad) {
        assertRefused(jars.fill(jars.jar(), members.verified().bearer(), bad, 5), 400, "invalid-field");
        assertRefused(jars.fill(jars.jar(), members.verified().bearer(), "x".repeat(256), 5), 400, "invalid-field");
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        long jar = jars.jar();
        String key = key();

        jars.fill(jar, members.verified().bearer(), key, 5);
        jars.fill(jar, members.verified().bearer(), key, 5);
        jars.fill(jar, Tokens.kiosk().bearer(), key, 5);

        assertThat(jars.amount(jar)).isEqualTo(15);
    }

    @Test
    void takesTheKeyOfAnAnonymousCaller() {
        String key = key();

        ExchangeResult first = jars.create(key, "a");
        ExchangeResult again = jars.create(key, "a");

        assertThat(status(first)).isEqualTo(201);
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(again.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(isReplay(again)).isTrue();
        assertRefused(jars.create(key, "b"), 422, "idempotency-key-reused");
    }

    @Test
    void forgetsAKeyAfterSevenDays() {
        long jar = jars.jar();
        String bearer = members.verified().bearer();
        String key = key();
        jars.fill(jar, bearer, key, 5);

        clock.moveTo(Duration.ofDays(7).minusMinutes(1));
        ReflectionTestUtils.invokeMethod(sweeper, "sweep");
        assertThat(isReplay(jars.fill(jar, bearer, key, 5))).isTrue();
        clock.moveTo(Duration.ofDays(7).plusMinutes(1));
        ReflectionTestUtils.invokeMethod(sweeper, "sweep");

        assertThat(isReplay(jars.fill(jar, bearer, key, 5))).isFalse();
        assertThat(jars.amount(jar)).isEqualTo(10);
    }
}
