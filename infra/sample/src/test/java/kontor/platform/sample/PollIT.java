package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What one poll brings is one transaction, and record by record where that fails. */
@KontorTest(service = "sample", kafka = KontorTest.Kafka.SHARED)
class PollIT {

    private static final int RECORDS = 60;
    private static final String BODY = "{\"word\":\"good\",\"lines\":[]}";

    private final TestDatabase database;
    private final TopicWriter writer;
    private final TopicReader reader;
    private final KafkaServer kafka;
    private final MeterRegistry meters;
    private final MessageListenerContainer listener;

    private final List<String> keys = new ArrayList<>();

    PollIT(
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            KafkaServer kafka,
            MeterRegistry meters,
            KafkaListenerEndpointRegistry listeners) {
        this.database = database;
        this.writer = writer;
        this.reader = reader;
        this.kafka = kafka;
        this.meters = meters;
        this.listener = listeners.getListenerContainers().stream()
                .filter(container -> "sample.orders".equals(container.getGroupId()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * So that one poll finds them all. The listener pauses when its poll ends, seconds later if nothing comes; an order
     * that it has had before ends it and does nothing else.
     */
    @BeforeEach
    void holdUpTheListener() {
        SampleTopics.create(kafka);
        Fact known = order(UUID.randomUUID().toString(), 1);
        writer.send(known);
        awaitApplied(List.of(known.key()), 1);
        listener.pause();
        writer.send(known);
        await().atMost(15, SECONDS).until(listener::isContainerPaused);
        for (int i = 0; i < RECORDS; i++) {
            keys.add(UUID.randomUUID().toString());
        }
    }

    @AfterEach
    void letItGoOn() {
        listener.resume();
    }

    @Test
    void appliesAPollInOneTransaction() {
        double applied = applied();
        for (int version = 1; version <= 2; version++) {
            send(version);
        }

        listener.resume();

        awaitApplied(keys, 2);
        assertThat(transactions()).isLessThan(RECORDS / 2);
        await().atMost(5, SECONDS).until(() -> applied() - applied == 2 * RECORDS);
    }

    @Test
    void losesOnlyTheUnreadableOne() {
        String bad = keys.get(RECORDS / 2);
        writer.send(keys.stream()
                .map(key -> key.equals(bad) ? order(key, 1).body("not json") : order(key, 1))
                .toArray(Fact[]::new));

        listener.resume();

        awaitApplied(keys.stream().filter(key -> !key.equals(bad)).toList(), 1);
        await().atMost(10, SECONDS)
                .until(() -> reader.all(JarListener.ORDERS + "-dlt", bad).size() == 1);
        assertThat(effects(bad)).isZero();
    }

    @Test
    void repeatsOnlyTheFailedOneAndKeepsTheOrderBehindIt() {
        String failing = keys.get(RECORDS / 2);
        AtomicInteger attempts = new AtomicInteger();
        JarListener.TROUBLE.put(failing, message -> {
            if (attempts.incrementAndGet() <= 3) {
                throw new TransientDataAccessResourceException("planted");
            }
        });
        double applied = applied();
        for (int version = 1; version <= 3; version++) {
            send(version);
        }

        listener.resume();

        awaitApplied(keys, 3);
        assertThat(versions(failing)).containsExactly(1, 2, 3);
        await().atMost(5, SECONDS).until(() -> applied() - applied == 3 * RECORDS);
    }

    /** How far a new stream comes is written before it has come so far. */
    @Test
    void waitsInAPollForTheMissingOne() {
        send(1);
        send(3);

        listener.resume();

        awaitApplied(keys, 1);
        assertThat(reached()).hasSize(RECORDS).containsOnly(1L);
        send(2);
        awaitApplied(keys, 3);
        assertThat(versions(keys.getLast())).containsExactly(1, 2, 3);
        assertThat(reached()).hasSize(RECORDS).containsOnly(3L);
    }

    @Test
    void appliesInOrderWhatAPollBringsInAnother() {
        for (int version = 3; version >= 1; version--) {
            send(version);
        }

        listener.resume();

        awaitApplied(keys, 3);
        assertThat(versions(keys.getFirst())).containsExactly(1, 2, 3);
        assertThat(reached()).hasSize(RECORDS).containsOnly(3L);
    }

    private void send(int version) {
        writer.send(keys.stream().map(key -> order(key, version)).toArray(Fact[]::new));
    }

    private static Fact order(String key, long version) {
        return Fact.of(JarListener.ORDERS, "kontor.sample.order-placed.v1", key, version, BODY);
    }

    private void awaitApplied(List<String> all, int times) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(all)
                        .allSatisfy(key -> assertThat(effects(key)).isEqualTo(times)));
    }

    private double applied() {
        return meters.counter("platform.inbox.records", "consumer", "orders", "outcome", "applied")
                .count();
    }

    private long transactions() {
        return database.asOwner()
                .sql("select count(distinct xmin::text) from effect where key = any(?)")
                .param(keys.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private List<Long> reached() {
        return database.asOwner()
                .sql("select version from inbox_version where consumer = 'orders' and key = any(?)")
                .param(keys.toArray(String[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private int effects(String key) {
        return versions(key).size();
    }

    private List<Integer> versions(String key) {
        return database.asOwner()
                .sql("select version from effect where key = ? order by id")
                .param(key)
                .query((row, n) -> row.getInt(1))
                .list();
    }
}
