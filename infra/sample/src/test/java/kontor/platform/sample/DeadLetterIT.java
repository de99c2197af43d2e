package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.MalformedRecord;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/** What becomes of a record that nobody can read, and of a listener that has died. */
@KontorTest(service = "sample", kafka = KontorTest.Kafka.SHARED)
class DeadLetterIT {

    private static final String DEAD = JarListener.ORDERS + "-dlt";

    private final TestDatabase database;
    private final TopicWriter writer;
    private final TopicReader reader;
    private final KafkaServer kafka;
    private final KafkaListenerEndpointRegistry listeners;
    private final MeterRegistry meters;
    private final String management;

    DeadLetterIT(
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            KafkaServer kafka,
            KafkaListenerEndpointRegistry listeners,
            MeterRegistry meters,
            @LocalManagementPort int port) {
        this.database = database;
        this.writer = writer;
        this.reader = reader;
        this.kafka = kafka;
        this.listeners = listeners;
        this.meters = meters;
        this.management = "http://127.0.0.1:" + port + "/actuator/";
    }

    @BeforeEach
    void createTopics() {
        SampleTopics.create(kafka);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"word\":\"no lines\"}",
                "{\"word\":\"null line\",\"lines\":[null]}",
                "{\"word\":\"no amount\",\"lines\":[{}]}",
                "{\"word\":null,\"lines\":[]}",
                "{\"word\":\"NUL \\u0000\",\"lines\":[]}",
                "{\"word\":\"half \\ud800\",\"lines\":[]}",
                "[]",
                "",
            })
    void sendsAnUnreadableBodyToTheDeadLettersAndGoesOn(String body) {
        assertDeadLetter(order(key(), 1).body(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_subject", "ce_sequence", "ce_time", "ce_actor", "ce_correlationid"})
    void sendsARecordWithoutAHeaderToTheDeadLetters(String header) {
        assertDeadLetter(order(key(), 1).header(header, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_sequence=0", "ce_sequence=1.0", "ce_id=7", "ce_time=yesterday", "ce_subject=other"})
    void sendsARecordWithABadHeaderToTheDeadLetters(String header) {
        String[] parts = header.split("=", 2);
        assertDeadLetter(order(key(), 1).header(parts[0], parts[1]));
    }

    @Test
    void sendsATombstoneOfAFactToTheDeadLetters() {
        assertDeadLetter(order(key(), 1).body(null));
    }

    @Test
    void replaysADeadLetterOnceWhenItsListenerIsMended() throws Exception {
        String key = key();
        JarListener.TROUBLE.put(key, message -> {
            throw new MalformedRecord("planted", null);
        });
        writer.send(order(key, 1), order(key, 2));
        TopicReader.Message letter = reader.await(DEAD, dead -> key.equals(dead.key()));
        assertThat(replay(letter)).contains("not applied");
        JarListener.TROUBLE.remove(key);

        assertThat(replay(letter)).contains("\"applied\"");
        awaitVersions(key, 1, 2);
        assertThat(replay(letter)).contains("\"applied\"");
        writer.send(order(key, 3));

        awaitVersions(key, 1, 2, 3);
        assertThat(deadLetters(key)).hasSize(1);
    }

    @Test
    void saysThatThereIsNoSuchDeadLetter() throws Exception {
        assertThat(post("deadletters", """
                        {"topic": "%s-dlt", "partition": "0", "offset": "999999"}
                        """.formatted(JarListener.ORDERS))).contains("not applied");
    }

    @Test
    void isNotReadyWhileAListenerIsDeadAndStartsItAgain() throws Exception {
        MessageListenerContainer shelves = listeners.getListenerContainers().stream()
                .filter(container -> "sample.shelves".equals(container.getGroupId()))
                .findFirst()
                .orElseThrow();
        assertThat(status("health/readiness")).isEqualTo(200);

        shelves.stopAbnormally(() -> {});

        await().atMost(15, SECONDS).until(() -> status("health/readiness") == 503 && ended() == 1);
        assertThat(status("health/liveness")).isEqualTo(200);
        await().atMost(45, SECONDS).until(() -> status("health/readiness") == 200);
        String key = key();
        writer.send(Fact.of(JarListener.SHELVES, "kontor.sample.shelves-state.v1", key, 1, "{}"));
        awaitVersions(key, 1);
    }

    private double ended() {
        return meters.get("platform.listeners").tag("state", "ended").gauge().value();
    }

    private void assertDeadLetter(Fact bad) {
        String neighbour = key();
        writer.send(bad, order(neighbour, 1));

        awaitVersions(neighbour, 1);
        TopicReader.Message letter = await().atMost(10, SECONDS)
                .until(() -> deadLetters(bad.key()), letters -> !letters.isEmpty())
                .getFirst();
        assertThat(letter.headers())
                .containsEntry("kafka_dlt-original-topic", JarListener.ORDERS)
                .containsEntry("kafka_dlt-original-consumer-group", "sample.orders")
                .hasEntrySatisfying(
                        "kafka_dlt-exception-message",
                        cause -> assertThat(cause)
                                .containsAnyOf("is no readable event", "The body does not fit", "has no body"))
                .doesNotContainKey("kafka_dlt-exception-stacktrace");
        assertThat(letter.value()).isEqualTo(bad.body());
        assertThat(versions(bad.key())).isEmpty();
    }

    private String replay(TopicReader.Message letter) throws IOException, InterruptedException {
        return post(
                "deadletters",
                "{\"topic\": \"%s\", \"partition\": \"%d\", \"offset\": \"%d\"}"
                        .formatted(letter.topic(), letter.partition(), letter.offset()));
    }

    private String post(String endpoint, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(management + endpoint))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .body();
    }

    private int status(String endpoint) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(management + endpoint))).statusCode();
    }

    private static java.net.http.HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString());
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

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Fact order(String key, long version) {
        return Fact.of(
                JarListener.ORDERS, "kontor.sample.order-placed.v1", key, version, "{\"word\":\"good\",\"lines\":[]}");
    }
}
