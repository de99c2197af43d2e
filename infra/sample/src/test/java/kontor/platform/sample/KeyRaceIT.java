package kontor.platform.sample;

import static kontor.platform.sample.Jars.assertRefused;
import static kontor.platform.sample.Jars.isReplay;
import static kontor.platform.sample.Jars.key;
import static kontor.platform.sample.Jars.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** However many requests come at once with one key, there is one effect and one answer (INV-29). */
@KontorTest(service = "sample")
class KeyRaceIT {

    private static final int KEYS = 1_000;
    private static final int THREADS = 8;

    private final TestDatabase database;
    private final Members members;
    private final Jars jars;
    private final Replies replies;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    KeyRaceIT(
            RestTestClient http,
            TestDatabase database,
            Members members,
            Replies replies,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.replies = replies;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.members = members;
        this.jars = new Jars(http, database);
    }

    @AfterEach
    void openGate() {
        DoorController.gate.open();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 50})
    void hasOneEffectHoweverManyAskAtOnce(int twins) throws Exception {
        long jar = jars.jar();
        Member member = members.verified();
        String key = key();

        List<ExchangeResult> answers =
                together(IntStream.range(0, twins).mapToObj(i -> () -> jars.fill(jar, member.bearer(), key, 5)));

        Set<String> bodies = answers.stream().map(Jars::body).collect(Collectors.toSet());
        assertThat(answers).allMatch(answer -> status(answer) == 201);
        assertThat(bodies).hasSize(1);
        assertThat(answers.stream().filter(Jars::isReplay)).hasSize(twins - 1);
        assertThat(jars.amount(jar)).isEqualTo(5);
        assertThat(jars.count("select count(*) from audit where target_id = ?", String.valueOf(jar)))
                .isEqualTo(1);
    }

    /** T-13, below HTTP, whose cost would hide the races. */
    @Test
    void hasOneEffectPerKeyWhenAThousandKeysAreRaced() throws Exception {
        String caller = key();
        List<RequestKey> keys = Stream.generate(() -> new RequestKey(caller, "POST /races", key(), "x"))
                .limit(KEYS)
                .toList();
        CyclicBarrier line = new CyclicBarrier(THREADS);

        List<List<Winner>> lanes = together(IntStream.range(0, THREADS).mapToObj(lane -> () -> {
            List<Winner> winners = new ArrayList<>();
            for (RequestKey key : keys) {
                line.await();
                winners.add(transaction.execute(status -> win(key, lane)));
            }
            return winners;
        }));

        assertThat(lanes).allSatisfy(lane -> assertThat(lane).isEqualTo(lanes.getFirst()));
        assertThat(lanes.getFirst().stream().map(Winner::lane).distinct()).hasSizeGreaterThan(1);
        assertThat(jars.count("select count(*) from effect where key = ?", caller))
                .isEqualTo(KEYS);
    }

    private Winner win(RequestKey key, int lane) {
        return replies.once(key, Winner.class, () -> {
            jdbc.sql("""
                            insert into effect (topic, key, version, event_id, actor_id)
                            values ('race', ?, 1, gen_random_uuid(), gen_random_uuid())
                            """).param(key.caller()).update();
            return new Winner(lane);
        });
    }

    /** Which of the racers was first. */
    record Winner(int lane) {}

    @Test
    void saysThatTheFirstRequestStillRuns() throws Exception {
        String subject = UUID.randomUUID().toString();
        String bearer = Tokens.of(subject).bearer();
        String key = key();
        DoorController.gate.close();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ExchangeResult> first = pool.submit(() -> jars.slow(bearer, key, ""));
            try {
                DoorController.gate.awaitVisitor();

                assertRefused(jars.slow(bearer, key, ""), 409, "request-in-progress");
            } finally {
                DoorController.gate.open();
            }
            assertThat(status(first.get())).isEqualTo(200);
        }
        assertThat(isReplay(jars.slow(bearer, key, ""))).isTrue();
        assertThat(jars.count("select count(*) from effect where key = ?", subject))
                .isEqualTo(1);
    }

    @Test
    void saysSoAlsoWhenTheTwinWaitsForTheObjectsLock() throws Exception {
        long jar = jars.jar();
        Member member = members.verified();
        String key = key();
        try (Connection blocker = database.dataSource(database.owner()).getConnection()) {
            blocker.setAutoCommit(false);
            try (var statement = blocker.createStatement()) {
                statement.execute("select * from jar where id = %d for update".formatted(jar));
                statement.execute("""
                        insert into reply (caller, operation, key, fingerprint, status, body, at)
                        values ('%s', 'POST /api/v1/jars/%d/fillings', '%s', 'x', 200, '', now())
                        """.formatted(member.subject(), jar, key));
            }

            assertRefused(jars.fill(jar, member.bearer(), key, 5), 409, "request-in-progress");
            assertRefused(jars.fill(jar, member.bearer(), key(), 5), 503, "unavailable");
            blocker.rollback();
        }
        assertThat(status(jars.fill(jar, member.bearer(), key, 5))).isEqualTo(201);
    }

    private static <T> List<T> together(Stream<Callable<T>> requests) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            requests.forEach(request -> running.add(pool.submit(() -> {
                start.await();
                return request.call();
            })));
            start.countDown();
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> one : running) {
            answers.add(one.get());
        }
        return answers;
    }
}
