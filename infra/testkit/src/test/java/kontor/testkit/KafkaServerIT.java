package kontor.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class KafkaServerIT {

    @Test
    void keepsItsRecordsWhileStopped() throws Exception {
        try (KafkaServer server = KafkaServer.startOwn()) {
            server.createTopics("kept");
            send(server, "kept", "before");

            server.stop();
            server.start();
            send(server, "kept", "after");

            assertThat(new TopicReader(server).values("kept")).containsExactly("before", "after");
        }
    }

    @Test
    void isAwayWhileStopped() throws Exception {
        try (KafkaServer server = KafkaServer.startOwn()) {
            server.createTopics("away");
            server.stop();

            assertThatThrownBy(() -> send(server, "away", "lost")).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void createsNoTopicByItself() {
        assertThatThrownBy(() -> send(KafkaServer.shared(), "never-declared", "value"))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("never-declared");
    }

    @Test
    void hasEveryDeclaredTopic() throws Exception {
        try (var admin = KafkaServer.shared().admin()) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
                    .containsAll(DeclaredTopics.all().stream()
                            .map(DeclaredTopics.Topic::name)
                            .toList());
        }
    }

    @Test
    void readsWhatArrivesLater() throws Exception {
        KafkaServer server = KafkaServer.shared();
        server.createTopics("later");
        TopicReader reader = new TopicReader(server);

        send(server, "later", "first");
        send(server, "later", "second");

        TopicReader.Message found = reader.await("later", message -> "second".equals(message.value()));
        assertThat(found.key()).isEqualTo("key");
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(reader.all("later", "key")).hasSize(2));
    }

    private static void send(KafkaServer server, String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "max.block.ms", 5000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(20, TimeUnit.SECONDS);
        }
    }
}
