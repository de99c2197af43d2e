package kontor.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import kontor.local.stack.Ports;
import kontor.testkit.KafkaServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a restore does it: the broker has just made the topics and does not serve all of them yet. */
class TopicFillIT {

    private static final int PARTITIONS = 12;
    private static final int KEYS = 100;
    private static final int RECORDS = 60_000;
    private static final List<String> TOPICS =
            IntStream.range(0, 20).mapToObj("test.fill-%d.v1"::formatted).toList();

    @TempDir
    private Path folder;

    @Test
    void keepsTheOrderOfEachKeyInTopicsThatAreYoung() throws Exception {
        KafkaServer server = KafkaServer.shared();
        Path file = archive();
        try (Admin admin = server.admin()) {
            admin.createTopics(TOPICS.stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }

        long filled = new TopicFill(portsOf(server)).from(file);

        assertThat(filled).isEqualTo(RECORDS);
        Map<String, List<Integer>> read = read(server);
        assertThat(read).hasSize(TOPICS.size() * KEYS);
        assertThat(read).allSatisfy((_, numbers) -> assertThat(numbers).isSorted());
    }

    /** A record's value is its number. */
    private Path archive() throws IOException {
        Path file = folder.resolve("topics");
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < RECORDS; i++) {
                String topic = TOPICS.get(i % TOPICS.size());
                byte[] key = number(i / TOPICS.size() % KEYS);
                new ArchivedRecord(topic, System.currentTimeMillis(), key, number(i), List.of()).write(out);
            }
            ArchivedRecord.end(out);
        }
        return file;
    }

    private static Map<String, List<Integer>> read(KafkaServer server) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = TOPICS.stream()
                    .flatMap(topic -> IntStream.range(0, PARTITIONS).mapToObj(i -> new TopicPartition(topic, i)))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            int left = RECORDS;
            while (left > 0) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(30));
                assertThat(records.isEmpty())
                        .as("nothing more, %d missing", left)
                        .isFalse();
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    String key = record.topic() + ByteBuffer.wrap(record.key()).getInt();
                    numbers.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(ByteBuffer.wrap(record.value()).getInt());
                }
                left -= records.count();
            }
        }
        return numbers;
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static Ports portsOf(KafkaServer server) {
        String address = server.bootstrapServers();
        return new Ports(0, 0, 0, 0, Integer.parseInt(address.substring(address.indexOf(':') + 1)));
    }
}
