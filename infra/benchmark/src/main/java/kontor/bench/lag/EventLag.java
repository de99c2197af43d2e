package kontor.bench.lag;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import kontor.bench.measure.Outcome;
import kontor.bench.shop.Purchases;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer of the shop's facts that looks at the clock. The commit itself tells no time, so two lags enclose it:
 * since the event's own time, taken before its row was written, and since the answer reached the buyer.
 */
public final class EventLag implements AutoCloseable {

    public static final String TOPIC = "kontor.ledger.shelf-purchase.v1";

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ASSIGN = Duration.ofSeconds(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Answers answers;
    private final Histogram sinceWritten = Outcome.emptyHistogram();
    private final Histogram sinceAnswered = Outcome.emptyHistogram();
    private final Thread thread;
    private volatile boolean stopped;
    private final AtomicLong seen = new AtomicLong();

    /**
     * Lags in microseconds.
     *
     * @param sinceWritten upper bound of the time from commit to consumer
     * @param sinceAnswered lower bound of it
     */
    public record Lags(long events, Histogram sinceWritten, Histogram sinceAnswered) {}

    private EventLag(KafkaConsumer<byte[], byte[]> consumer, Answers answers) {
        this.consumer = consumer;
        this.answers = answers;
        this.thread = Thread.ofPlatform().name("event lag").start(this::consume);
    }

    /** Begins to listen: whatever is sent from now on is seen. */
    public static EventLag listen(String bootstrapServers, Answers answers) {
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
        return new EventLag(consumer, answers);
    }

    private void consume() {
        while (!stopped) {
            consumer.poll(POLL).forEach(record -> note(record, Instant.now(), System.nanoTime()));
        }
        consumer.close();
    }

    private void note(ConsumerRecord<byte[], byte[]> record, Instant now, long nanos) {
        String correlation = header(record, "ce_correlationid");
        if (!correlation.startsWith(Purchases.CORRELATION)) {
            return;
        }
        Instant written = Instant.parse(header(record, "ce_time"));
        Outcome.record(sinceWritten, ChronoUnit.NANOS.between(written, now));
        long answered =
                answers.at(Long.parseLong(correlation, Purchases.CORRELATION.length(), correlation.length(), 10));
        // An event that overtook its answer took no time after it.
        Outcome.record(sinceAnswered, answered == Answers.NONE ? 0 : nanos - answered);
        seen.incrementAndGet();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Waits until so many events have come, or until none comes any more. */
    public Lags await(long events) {
        long before = -1;
        try {
            while (seen.get() < events && seen.get() != before) {
                before = seen.get();
                thread.join(Duration.ofSeconds(3));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        close();
        return new Lags(seen.get(), sinceWritten, sinceAnswered);
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
