package kontor.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Origin;
import kontor.platform.messaging.Outbox;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicReader.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many events by one statement are the same events, in the same order, or none. */
@KontorTest(service = "sample", kafka = KontorTest.Kafka.SHARED)
class TogetherIT {

    private static final String TOPIC = "kontor.sample.together.v1";
    private static final Instant LONG_AGO = Instant.parse("2019-03-01T08:00:00Z");

    private final String key = UUID.randomUUID().toString();
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final TopicReader topics;
    private final KafkaServer kafka;

    TogetherIT(Outbox outbox, PlatformTransactionManager transactions, TopicReader topics, KafkaServer kafka) {
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.topics = topics;
        this.kafka = kafka;
    }

    private record Shaken(int no) {}

    @BeforeEach
    void createTopic() {
        kafka.createTopics(TOPIC);
    }

    @AfterEach
    void endImport() {
        Origin.end();
    }

    @Test
    void areToldInOrderEachWithItsOwnTime() {
        transaction.executeWithoutResult(ignored -> {
            outbox.together(() -> {
                imported(1);
                outbox.together(() -> imported(2));
                imported(3);
                outbox.tombstone(TOPIC, key, 4);
            });
            imported(5);
        });

        List<Message> told = told(5);
        assertThat(told).extracting(Message::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(told)
                .extracting(message -> message.headers().get("ce_time"))
                .containsExactly(
                        "2019-03-01T08:00:01Z",
                        "2019-03-01T08:00:02Z",
                        "2019-03-01T08:00:03Z",
                        "2019-03-01T08:00:03Z",
                        "2019-03-01T08:00:05Z");
        assertThat(told).allSatisfy(message -> assertThat(message.headers()).containsEntry("ce_imported", "true"));
        assertThat(told.getFirst().value()).isEqualTo("{\"no\":1}");
        assertThat(told.get(3).value()).isNull();
    }

    @Test
    void leaveNothingBehindWhenOneFails() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(ignored -> outbox.together(() -> {
                    imported(1);
                    throw new IllegalArgumentException("two");
                })))
                .hasMessage("two");

        transaction.executeWithoutResult(ignored -> outbox.together(() -> imported(7)));

        assertThat(told(1)).extracting(Message::sequence).containsExactly(7L);
    }

    @Test
    void needATransaction() {
        assertThatThrownBy(() -> outbox.together(() -> imported(1)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    private void imported(int no) {
        Origin.imported(LONG_AGO.plusSeconds(no));
        outbox.append(TOPIC, key, no, new Shaken(no));
    }

    private List<Message> told(int atLeast) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> topics.all(TOPIC, key), all -> all.size() >= atLeast);
    }
}
