package kontor.testkit;

import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Reads topics from their beginning, in a group of nobody, so that a test sees what a new consumer would see. */
public final class TopicReader {

    private static final Duration WAIT_MAX = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration POLL = Duration.ofMillis(200);

    /** The next look waits for the answer to the fetch behind the last record, which is empty and comes after this. */
    private static final int FETCH_WAIT_MS = 10;

    /** A record as it lies on the topic; a tombstone has no value. Headers are texts, the last one of a name counts. */
    public record Message(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String value,
            Map<String, String> headers) {

        /** The event type, empty when the header is missing. */
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        /** The aggregate's version. */
        public long sequence() {
            return Long.parseLong(headers.getOrDefault("ce_sequence", "0"));
        }
    }

    /** Kept as long as the JVM, for tests look again and again; it has no thread of its own. */
    private final KafkaConsumer<String, String> consumer;

    public TopicReader(KafkaServer server) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                server.bootstrapServers(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                FETCH_WAIT_MS);
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** Everything that lies on the topic now, in order of partition and offset. */
    public synchronized List<Message> all(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return drain(consumer.endOffsets(partitions));
    }

    /** Everything of one key, in its order. */
    public List<Message> all(String topic, String key) {
        return all(topic).stream().filter(message -> key.equals(message.key())).toList();
    }

    /** The bare values, tombstones left out. */
    public List<String> values(String topic) {
        return all(topic).stream()
                .<String>mapMulti(
                        (message, sink) -> Optional.ofNullable(message.value()).ifPresent(sink))
                .toList();
    }

    /** Waits for the first message that fits. */
    public Message await(String topic, Predicate<Message> fits) {
        return Awaitility.await("a message on " + topic)
                .atMost(WAIT_MAX)
                .pollInterval(LOOK_AGAIN)
                .until(() -> all(topic).stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for the first event of this type and key. */
    public Message await(String topic, String key, String type) {
        return await(topic, message -> key.equals(message.key()) && type.equals(message.type()));
    }

    private List<Message> drain(Map<TopicPartition, Long> ends) {
        List<Message> messages = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(message -> messages.add(read(message)));
        }
        messages.sort(Comparator.comparingInt(Message::partition).thenComparingLong(Message::offset));
        return List.copyOf(messages);
    }

    private static Message read(ConsumerRecord<String, String> message) {
        Map<String, String> headers = StreamSupport.stream(message.headers().spliterator(), false)
                .filter(header -> header.value() != null)
                .collect(toMap(Header::key, TopicReader::text, (earlier, later) -> later));
        return new Message(
                message.topic(), message.partition(), message.offset(), message.key(), message.value(), headers);
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
