package kontor.bench.lag;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kontor.bench.shop.ReadyRequests;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A consumer of the shop's facts that looks at the clock whenever one arrives. */
public final class EventLag implements AutoCloseable {

    public static final String TOPIC = "kontor.ledger.shelf-purchase.v1";

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ASSIGN = Duration.ofSeconds(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Arrival> arrivals = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;
    private volatile boolean stopped;

    private EventLag(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
        this.thread = Thread.ofPlatform().name("event lag").start(this::consume);
    }

    /** Begins to listen: whatever is sent from now on is seen. */
    public static EventLag listen(String bootstrapServers) {
        KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "enable.auto.commit", "false",
                        "max.poll.records", "5000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC, ASSIGN).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return new EventLag(consumer);
    }

    private void consume() {
        while (!stopped) {
            consumer.poll(POLL).forEach(record -> note(record, Instant.now()));
        }
        consumer.close();
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Instant now) {
        if (header(record, "ce_correlationid").startsWith(ReadyRequests.CORRELATION)) {
            long purchase = Long.parseLong(header(record, "ce_subject"));
            arrivals.add(new Arrival(purchase, Instant.ofEpochMilli(record.timestamp()), now));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Waits until none comes any more. */
    public List<Arrival> awaitRest() {
        long before = -1;
        try {
            while (arrivals.size() != before) {
                before = arrivals.size();
                thread.join(Duration.ofSeconds(3));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
        return List.copyOf(arrivals);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
