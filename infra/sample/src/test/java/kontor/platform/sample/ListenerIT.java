package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.TransientDataAccessResourceException;

/** What an inbox does with records that are late, doubled, altered or unreadable. */
@KontorTest(service = "sample", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListenerIT {

    private static final String DEAD = JarListener.ORDERS + "-dlt";
    private static final String BODY = "{\"word\":\"good\",\"lines\":[{\"amount\":1}],\"unknown\":true}";

    private final TestDatabase database;
    private final TopicWriter writer;
    private final TopicReader reader;
    private final KafkaServer kafka;
    private final MeterRegistry meters;

    ListenerIT(TestDatabase database, TopicWriter writer, TopicReader reader, KafkaServer kafka, MeterRegistry meters) {
        this.database = database;
        this.writer = writer;
        this.reader = reader;
        this.kafka = kafka;
        this.meters = meters;
    }

    @BeforeAll
    void createTopics() {
        SampleTopics.create(kafka);
    }

    @Test
    void appliesEachEventOnceThoughItComesTwice() {
        String key = key();
        Fact first = order(key, 1);

        writer.send(first, first, order(key, 2), first);

        awaitVersions(key, 1, 2);
        writer.send(order(key, 3));
        awaitVersions(key, 1, 2, 3);
    }

    @Test
    void keepsALaterEventWaitingForTheMissingOne() {
        String key = key();

        writer.send(order(key, 3), order(key, 2));
        await().atMost(15, SECONDS).until(() -> waiting(key) == 2);
        assertThat(versions(key)).isEmpty();
        writer.send(order(key, 1));

        awaitVersions(key, 1, 2, 3);
        assertThat(waiting(key)).isZero();
    }

    @Test
    void dropsAVersionThatIsOlderThanTheAppliedOne() {
        String key = key();

        writer.send(order(key, 1), order(key, 2), order(key, 1), order(key, 2), order(key, 3));

        awaitVersions(key, 1, 2, 3);
    }

    @Test
    void alarmsWhenAnIdComesAgainWithOtherContent() {
        String key = key();
        Fact first = order(key, 1);

        writer.send(first, first.body(BODY.replace("good", "evil")), order(key, 2));

        awaitVersions(key, 1, 2);
        assertThat(words(key)).containsOnly("good");
        assertThat(meters.counter("platform.inbox.records", "consumer", "orders", "outcome", "altered")
                        .count())
                .isPositive();
    }

    @Test
    void letsTheNewestStateWinAndTakesATombstone() {
        String key = key();

        writer.send(
                shelf(key, 3, "{}"),
                shelf(key, 1, "{}"),
                shelf(key, 7, null),
                shelf(key, 5, "{}"),
                shelf(key, 8, "{}"));

        awaitVersions(key, 3, 7, 8);
        assertThat(words(key)).containsExactly("there", "gone", "there");
    }

    @Test
    void triesAgainAfterAFailureOfTheDatabase() {
        String key = key();
        AtomicInteger attempts = new AtomicInteger();
        JarListener.TROUBLE.put(
                key, message -> failTimes(attempts, 3, new TransientDataAccessResourceException("gone")));

        writer.send(order(key, 1), order(key, 2));

        awaitVersions(key, 1, 2);
        assertThat(deadLetters(key)).isEmpty();
    }

    @Test
    void triesAgainAfterAMistakeOfOurs() {
        String key = key();
        AtomicInteger attempts = new AtomicInteger();
        JarListener.TROUBLE.put(key, message -> failTimes(attempts, 2, new ClassCastException("a mistake")));

        writer.send(order(key, 1));

        awaitVersions(key, 1);
        assertThat(deadLetters(key)).isEmpty();
    }

    @Test
    void survivesAnErrorOfAListener() {
        String key = key();
        AtomicInteger attempts = new AtomicInteger();
        JarListener.TROUBLE.put(key, message -> {
            if (attempts.incrementAndGet() <= 2) {
                throw new StackOverflowError("planted");
            }
        });

        writer.send(order(key, 1));

        awaitVersions(key, 1);
    }

    private static void failTimes(AtomicInteger attempts, int times, RuntimeException failure) {
        if (attempts.incrementAndGet() <= times) {
            throw failure;
        }
    }

    private List<TopicReader.Message> deadLetters(String key) {
        return reader.all(DEAD, key);
    }

    private void awaitVersions(String key, Integer... expected) {
        await().atMost(20, SECONDS)
                .untilAsserted(() -> assertThat(versions(key)).containsExactly(expected));
    }

    private List<Integer> versions(String key) {
        return database.asOwner()
                .sql("select version from effect where key = ? order by id")
                .param(key)
                .query((row, n) -> row.getInt(1))
                .list();
    }

    private List<String> words(String key) {
        return database.asOwner()
                .sql("select word from effect where key = ? order by id")
                .param(key)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private long waiting(String key) {
        return database.asOwner()
                .sql("select count(*) from inbox_waiting where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Fact order(String key, long version) {
        return Fact.of(JarListener.ORDERS, "kontor.sample.order-placed.v1", key, version, BODY);
    }

    private static Fact shelf(String key, long version, @org.jspecify.annotations.Nullable String body) {
        return Fact.of(JarListener.SHELVES, "kontor.sample.shelves-state.v1", key, version, body);
    }
}
