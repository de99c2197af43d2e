package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import kontor.platform.MovableClock;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.jspecify.annotations.Nullable;
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

    private final RestTestClient http;
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
        this.http = http;
        this.database = database;
        this.members = members;
        this.clock = clock;
        this.sweeper = sweeper;
    }

    @AfterEach
    void tidy() {
        DoorController.gate.countDown();
        clock.moveTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 50})
    void hasOneEffectHoweverManyAskAtOnce(int twins) throws Exception {
        long jar = jar();
        Member member = members.verified();
        String key = key();

        List<ExchangeResult> answers = atOnce(twins, () -> fill(jar, member.bearer(), key, 5));

        Set<String> bodies = answers.stream().map(KeyIT::body).collect(Collectors.toSet());
        assertThat(answers).allMatch(answer -> answer.getStatus().value() == 201);
        assertThat(bodies).hasSize(1);
        assertThat(answers.stream().filter(KeyIT::isReplay)).hasSize(twins - 1);
        assertThat(amount(jar)).isEqualTo(5);
        assertThat(count("select count(*) from audit where target_id = ?", String.valueOf(jar)))
                .isEqualTo(1);
    }

    @Test
    void repeatsStatusHeadersAndBody() {
        long jar = jar();
        String bearer = members.verified().bearer();
        String key = key();

        ExchangeResult first = fill(jar, bearer, key, 5);
        ExchangeResult again = fill(jar, bearer, key, 5);

        assertThat(isReplay(first)).isFalse();
        assertThat(isReplay(again)).isTrue();
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getResponseHeaders().getLocation())
                .isEqualTo(first.getResponseHeaders().getLocation());
        assertThat(body(again)).isEqualTo(body(first));
    }

    @Test
    void refusesAKeyWithAnotherBody() {
        long jar = jar();
        String bearer = members.verified().bearer();
        String key = key();
        fill(jar, bearer, key, 5);

        assertRefused(fill(jar, bearer, key, 6), 422, "idempotency-key-reused");

        assertThat(amount(jar)).isEqualTo(5);
        assertThat(fill(jar, bearer, key, 5).getStatus().value()).isEqualTo(201);
    }

    @Test
    void repeatsARefusalWordForWordThoughItsReasonIsGone() {
        long jar = jar();
        String bearer = members.verified().bearer();
        String key = key();
        fill(jar, bearer, key(), 900_000);

        ExchangeResult first = fill(jar, bearer, key, 200_000);
        database.asOwner()
                .sql("update jar set amount_minor = 0 where id = ?")
                .param(jar)
                .update();
        ExchangeResult again = fill(jar, bearer, key, 200_000);

        assertRefused(first, 422, "amount-out-of-range");
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getResponseHeaders().getContentType()).hasToString("application/problem+json");
        assertThat(isReplay(again)).isTrue();
        assertThat(amount(jar)).isZero();
        assertThat(count("select count(*) from outbox where aggregate_id = ?", String.valueOf(jar)))
                .isEqualTo(1);
    }

    @Test
    void storesARefusalOnlyForWhatTheOperationSays() {
        String bearer = members.verified().bearer();
        String key = key();

        assertRefused(fill(77_777_777, bearer, key, 5), 404, "not-found");
        assertThat(isReplay(fill(77_777_777, bearer, key, 5))).isTrue();

        long jar = jar();
        String freed = key();
        assertRefused(fill(jar, bearer, freed, -5), 400, "invalid-field");
        assertRefused(fill(jar, members.unverified().bearer(), freed, 5), 403, "not-verified");
        assertThat(fill(jar, bearer, freed, 5).getStatus().value()).isEqualTo(201);
    }

    @Test
    void freesTheKeyOfAFailure() {
        String bearer = Tokens.stranger().bearer();
        String key = key();

        assertRefused(slow(bearer, key, "?breaks=true"), 500, "internal-error");

        assertThat(slow(bearer, key, "").getStatus().value()).isEqualTo(200);
        assertThat(isReplay(slow(bearer, key, ""))).isTrue();
    }

    @Test
    void saysThatTheFirstRequestStillRuns() throws Exception {
        DoorController.gate = new CountDownLatch(1);
        String subject = UUID.randomUUID().toString();
        String bearer = Tokens.of(subject).bearer();
        String key = key();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ExchangeResult> first = pool.submit(() -> slow(bearer, key, ""));
            await().atMost(5, SECONDS)
                    .until(() -> count(
                                    "select count(*) from pg_stat_activity where state = 'idle in transaction'"
                                            + " and datname = ?",
                                    database.name())
                            > 0);

            assertRefused(slow(bearer, key, ""), 409, "request-in-progress");
            DoorController.gate.countDown();

            assertThat(first.get().getStatus().value()).isEqualTo(200);
        }
        assertThat(isReplay(slow(bearer, key, ""))).isTrue();
        assertThat(count("select count(*) from effect where key = ?", subject)).isEqualTo(1);
    }

    @Test
    void saysSoAlsoWhenTheTwinWaitsForTheObjectsLock() throws Exception {
        long jar = jar();
        Member member = members.verified();
        String key = key();
        database.asOwner().sql("select 1").query().listOfRows();
        try (var blocker = database.dataSource(database.owner()).getConnection()) {
            blocker.setAutoCommit(false);
            try (var statement = blocker.createStatement()) {
                statement.execute("select * from jar where id = %d for update".formatted(jar));
                statement.execute("""
                        insert into reply (caller, operation, key, fingerprint, status, body, at)
                        values ('%s', 'POST /api/v1/jars/%d/fillings', '%s', 'x', 200, '', now())
                        """.formatted(member.subject(), jar, key));
            }

            assertRefused(fill(jar, member.bearer(), key, 5), 409, "request-in-progress");
            assertRefused(fill(jar, member.bearer(), key(), 5), 503, "unavailable");
            blocker.rollback();
        }
        assertThat(fill(jar, member.bearer(), key, 5).getStatus().value()).isEqualTo(201);
    }

    @Test
    void asksForAKeyWhereOneIsNeeded() {
        assertRefused(fill(jar(), members.verified().bearer(), null, 5), 400, "idempotency-key-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "x\ty"})
    void refusesABadKey(String bad) {
        assertRefused(fill(jar(), members.verified().bearer(), bad, 5), 400, "invalid-field");
        assertRefused(fill(jar(), members.verified().bearer(), "x".repeat(256), 5), 400, "invalid-field");
    }

    @Test
    void keepsTheKeysOfTwoCallersApart() {
        long jar = jar();
        String key = key();

        fill(jar, members.verified().bearer(), key, 5);
        fill(jar, members.verified().bearer(), key, 5);
        fill(jar, Tokens.kiosk().bearer(), key, 5);

        assertThat(amount(jar)).isEqualTo(15);
    }

    @Test
    void takesTheKeyOfAnAnonymousCaller() {
        String key = key();

        ExchangeResult first = create(key, "a");
        ExchangeResult again = create(key, "a");

        assertThat(first.getStatus().value()).isEqualTo(201);
        assertThat(body(again)).isEqualTo(body(first));
        assertThat(again.getResponseHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(isReplay(again)).isTrue();
        assertRefused(create(key, "b"), 422, "idempotency-key-reused");
    }

    @Test
    void forgetsAKeyAfterSevenDays() {
        long jar = jar();
        String bearer = members.verified().bearer();
        String key = key();
        fill(jar, bearer, key, 5);

        clock.moveTo(Duration.ofDays(7).minusMinutes(1));
        ReflectionTestUtils.invokeMethod(sweeper, "sweep");
        assertThat(isReplay(fill(jar, bearer, key, 5))).isTrue();
        clock.moveTo(Duration.ofDays(7).plusMinutes(1));
        ReflectionTestUtils.invokeMethod(sweeper, "sweep");

        assertThat(isReplay(fill(jar, bearer, key, 5))).isFalse();
        assertThat(amount(jar)).isEqualTo(10);
    }

    private static List<ExchangeResult> atOnce(int twins, java.util.concurrent.Callable<ExchangeResult> request)
            throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<ExchangeResult>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < twins; i++) {
                running.add(pool.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
        }
        List<ExchangeResult> answers = new ArrayList<>();
        for (Future<ExchangeResult> one : running) {
            answers.add(one.get());
        }
        return answers;
    }

    private long jar() {
        return database.asOwner()
                .sql("insert into jar (name) values ('jar') returning id")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private long amount(long jar) {
        return count("select amount_minor from jar where id = ?", jar);
    }

    private long count(String sql, Object parameter) {
        return database.asOwner()
                .sql(sql)
                .param(parameter)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private ExchangeResult fill(long jar, String bearer, @Nullable String key, long amount) {
        return post("/api/v1/jars/%d/fillings".formatted(jar), bearer, key, "{\"amountMinor\":%d}".formatted(amount));
    }

    private ExchangeResult create(String key, String name) {
        return post("/api/v1/jars", null, key, "{\"name\":\"%s\"}".formatted(name));
    }

    private ExchangeResult slow(String bearer, String key, String query) {
        return post("/api/v1/doors/slow" + query, bearer, key, "");
    }

    private ExchangeResult post(String uri, @Nullable String bearer, @Nullable String key, String body) {
        return http.post()
                .uri(uri)
                .header("Content-Type", "application/json")
                .headers(headers -> {
                    if (bearer != null) {
                        headers.set("Authorization", bearer);
                    }
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .body(body)
                .exchange()
                .returnResult();
    }

    private static void assertRefused(ExchangeResult answer, int status, String code) {
        assertThat(answer.getStatus().value()).as(body(answer)).isEqualTo(status);
        assertThat(body(answer)).contains("\"code\":\"" + code + "\"");
    }

    private static boolean isReplay(ExchangeResult answer) {
        return "true".equals(answer.getResponseHeaders().getFirst("Idempotent-Replayed"));
    }

    private static String body(ExchangeResult answer) {
        return new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}
