package kontor.platform.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/** What waits is told by gauges, which the test's first question reads. */
@KontorTest(service = "sample", kafka = KontorTest.Kafka.SHARED)
class FiguresIT {

    private final TestDatabase database;
    private final KafkaServer kafka;
    private final MeterRegistry meters;

    FiguresIT(TestDatabase database, KafkaServer kafka, MeterRegistry meters) {
        this.database = database;
        this.kafka = kafka;
        this.meters = meters;
    }

    @Test
    void tellHowManyWaitAndForHowLong() {
        String key = UUID.randomUUID().toString();
        plant("""
                insert into outbox (event_id, topic, aggregate_id, version, type, at, actor_id, correlation_id, since)
                values (gen_random_uuid(), 'kontor.sample.nowhere.v1', '%s', 1, 't', now(), gen_random_uuid(), 'c',
                    now() - interval '90 s')
                """.formatted(key));
        plant("""
                insert into inbox_waiting (consumer, topic, key, version, message, since)
                values ('nobody', 't', '%s', 3, '{}', now() - interval '70 s')
                """.formatted(key));
        plant("insert into jar (name) values ('overdue')");

        // Another test may have asked just before.
        await().atMost(20, SECONDS).untilAsserted(() -> {
            assertThat(gauge("platform.outbox.backlog")).isPositive();
            assertThat(gauge("platform.outbox.oldest.seconds")).isBetween(90.0, 150.0);
            assertThat(gauge("platform.inbox.waiting")).isPositive();
            assertThat(gauge("platform.inbox.waiting.seconds")).isBetween(70.0, 130.0);
            assertThat(saga("platform.saga.waiting")).isPositive();
            assertThat(saga("platform.saga.overdue")).isEqualTo(1);
            assertThat(saga("platform.saga.oldest.seconds")).isEqualTo(7);
        });
        plant("delete from outbox where aggregate_id = '%s'".formatted(key));
        plant("delete from inbox_waiting where key = '%s'".formatted(key));
        plant("delete from jar where name = 'overdue'");
    }

    @Test
    void beginWithNoDeadLetterOfATopic() {
        SampleTopics.create(kafka);

        for (String name : new String[] {"platform.inbox.dead.letters", "platform.inbox.failures"}) {
            assertThat(meters.get(name)
                            .tag("topic", JarListener.SHELVES)
                            .counter()
                            .count())
                    .as(name)
                    .isZero();
        }
        assertThat(meters.get("platform.listeners")
                        .tag("state", "running")
                        .gauge()
                        .value())
                .isPositive();
    }

    private void plant(String sql) {
        database.asOwner().sql(sql).update();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private double saga(String name) {
        return meters.get(name).tags("saga", "jar", "state", "EMPTY").gauge().value();
    }
}
