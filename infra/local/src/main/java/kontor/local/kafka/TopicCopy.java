package kontor.local.kafka;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import kontor.local.stack.Ports;
import kontor.local.stack.Trees;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Copies the records of the shop's topics that lie before a point. */
public final class TopicCopy implements AutoCloseable {

    private static final String OURS = "kontor.";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Bounds what is in memory at a time. */
    private static final int FETCH_BYTES = 4 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    public TopicCopy(Ports ports) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ports.bootstrapServers(),
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        FETCH_BYTES,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        FETCH_BYTES / 8,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.listTopics().entrySet().stream()
                .filter(topic -> isCopied(topic.getKey()))
                .flatMap(topic -> topic.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    /** Not the dead letters: their records are judged again, and what can be read by then is none any more. */
    private static boolean isCopied(String topic) {
        return topic.startsWith(OURS) && !topic.endsWith(TopicPlan.DEAD_LETTERS);
    }

    /** Where each partition ends now. */
    public Map<TopicPartition, Long> ends(Duration within) {
        return consumer.endOffsets(partitions, within);
    }

    /** Writes what lies before these ends; answers how many records that were. */
    public long write(Path file, Map<TopicPartition, Long> ends) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Trees.create(file))))) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            long written = 0;
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isAtEnd(ends)) {
                long more = writeNext(ends, out);
                written += more;
                end = more > 0 ? System.nanoTime() + PATIENCE.toNanos() : end;
                if (System.nanoTime() > end) {
                    throw new Trouble("The topics could not be read to their end; is Kafka well (infra/status)?");
                }
            }
            ArchivedRecord.end(out);
            return written;
        }
    }

    private long writeNext(Map<TopicPartition, Long> ends, DataOutputStream out) throws IOException {
        long written = 0;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                ArchivedRecord.of(record).write(out);
                written++;
            }
        }
        return written;
    }

    /** Where a record was compacted away, the position is beyond it all the same. */
    private boolean isAtEnd(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
