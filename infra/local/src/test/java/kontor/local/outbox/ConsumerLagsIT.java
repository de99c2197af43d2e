package kontor.local.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.testkit.Fact;
import kontor.testkit.KafkaServer;
import kontor.testkit.TopicWriter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

class ConsumerLagsIT {

    private final KafkaServer kafka = KafkaServer.shared();
    private final String topic = "kontor.test.%s.v1".formatted(UUID.randomUUID());
    private final String group = "test." + UUID.randomUUID();

    @Test
    void countsWhatAGroupHasNotCommittedAndWhoReads() throws Exception {
        kafka.createTopics(topic);
        for (int i = 1; i <= 3; i++) {
            new TopicWriter(kafka).send(Fact.of(topic, "kontor.test.thing-changed.v1", "7", i, "{}"));
        }

        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.subscribe(List.of(topic));
            while (consumer.poll(Duration.ofMillis(100)).isEmpty()) {
                assertThat(consumer.groupMetadata().groupId()).isEqualTo(group);
            }
            assertThat(lag()).isEqualTo(new ConsumerLags.Lag(group, topic, 3, 1));

            consumer.commitSync(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(1)));
            assertThat(lag()).isEqualTo(new ConsumerLags.Lag(group, topic, 2, 1));
        }
        assertThat(lag()).isEqualTo(new ConsumerLags.Lag(group, topic, 2, 0));
    }

    private ConsumerLags.Lag lag() throws Exception {
        try (Admin admin = kafka.admin()) {
            return ConsumerLags.of(admin).stream()
                    .filter(lag -> lag.group().equals(group))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
