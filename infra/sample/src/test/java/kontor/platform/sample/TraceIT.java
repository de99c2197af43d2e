package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import kontor.platform.messaging.Origin;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import kontor.testkit.Tokens;
import kontor.testkit.TopicReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What one request sets off is tied together across the broker, and one stream that is stuck holds up no other. */
@KontorTest(service = "sample", kafka = KontorTest.Kafka.SHARED)
class TraceIT {

    private static final String MISSING = "kontor.sample.missing.v1";

    private final RestTestClient http;
    private final TestDatabase database;
    private final TopicReader topics;
    private final KafkaServer kafka;

    TraceIT(RestTestClient http, TestDatabase database, TopicReader topics, KafkaServer kafka) {
        this.http = http;
        this.database = database;
        this.topics = topics;
        this.kafka = kafka;
    }

    /** What the thread of a listener knows of where its work comes from. */
    private record Heard(String trace, String loggedTrace, String correlation, String loggedCorrelation) {

        static Heard now() {
            return new Heard(
                    Span.current().getSpanContext().getTraceId(),
                    String.valueOf(MDC.get("traceId")),
                    Origin.current().correlationId(),
                    String.valueOf(MDC.get("correlationId")));
        }
    }

    @BeforeEach
    void createTopics() {
        SampleTopics.create(kafka);
    }

    @Test
    void followsARequestThroughOutboxAndBrokerToTheListener() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        String correlation = "order-" + trace.substring(0, 8);
        long jar = jar();
        List<Heard> heard = new CopyOnWriteArrayList<>();
        JarListener.TROUBLE.put(Long.toString(jar), ignored -> heard.add(Heard.now()));

        fill(jar, trace, correlation);

        await().atMost(20, SECONDS).until(() -> !heard.isEmpty());
        assertThat(heard).containsOnly(new Heard(trace, trace, correlation, correlation));
        TopicReader.Message event = topics.all(Filling.JARS, Long.toString(jar)).getFirst();
        assertThat(event.headers().get("traceparent")).startsWith("00-" + trace + "-");
        assertThat(event.headers()).containsEntry("ce_correlationid", correlation);
    }

    @Test
    void recordsNothingWhileNobodyCollects() {
        long jar = jar();

        fill(jar, "0".repeat(31) + "2", "c");

        await().atMost(20, SECONDS)
                .until(() -> !topics.all(Filling.JARS, Long.toString(jar)).isEmpty());
        // The caller's own mark asks for it.
        assertThat(topics.all(Filling.JARS, Long.toString(jar))
                        .getFirst()
                        .headers()
                        .get("traceparent"))
                .endsWith("-00");
    }

    @Test
    void namesTheTraceOfARecordThatFails() {
        String trace = UUID.randomUUID().toString().replace("-", "");
        long jar = jar();
        AtomicBoolean isFirst = new AtomicBoolean(true);
        JarListener.TROUBLE.put(Long.toString(jar), ignored -> {
            if (isFirst.getAndSet(false)) {
                throw new IllegalStateException("planted");
            }
        });

        try (LoggedLines lines = LoggedLines.of("kontor.platform.messaging.FailureHandling")) {
            fill(jar, trace, "c");

            await().atMost(20, SECONDS)
                    .untilAsserted(() -> assertThat(lines.all())
                            .anySatisfy(line ->
                                    assertThat(line.getKeyValuePairs()).contains(new KeyValuePair("traceId", trace))));
        }
    }

    @Test
    void letsOtherStreamsGoOnWhenATopicIsMissing() {
        long jar = jar();
        for (int version = 1; version <= 3; version++) {
            database.asApp().sql("""
                            insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id,
                                correlation_id) values (gen_random_uuid(), ?, 'a', ?, 't', '{}', now(),
                                gen_random_uuid(), 'c')
                            """).params(MISSING, version).update();
        }

        fill(jar, "0".repeat(31) + "1", "c");
        await().atMost(30, SECONDS)
                .until(() -> topics.all(Filling.JARS, Long.toString(jar)).size() == 1);
        assertThat(stuck()).isEqualTo(3);

        kafka.createTopics(MISSING);
        await().atMost(60, SECONDS).until(() -> stuck() == 0);
        assertThat(topics.all(MISSING).stream().map(TopicReader.Message::sequence))
                .containsExactly(1L, 2L, 3L);
    }

    private void fill(long jar, String trace, String correlation) {
        http.post()
                .uri("/api/v1/jars/" + jar + "/fillings")
                .header("Authorization", Tokens.kiosk().bearer())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("X-Correlation-Id", correlation)
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace))
                .body("{\"amountMinor\":1}")
                .exchange()
                .expectStatus()
                .isCreated();
    }

    private long stuck() {
        return one("select count(*) from outbox where topic = '" + MISSING + "'");
    }

    private long jar() {
        return one("insert into jar (name) values ('jar') returning id");
    }

    private long one(String sql) {
        return database.asOwner().sql(sql).query((row, n) -> row.getLong(1)).single();
    }
}
