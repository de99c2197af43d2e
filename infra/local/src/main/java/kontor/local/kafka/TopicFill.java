package kontor.local.kafka;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import kontor.local.stack.Ports;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Fills empty topics with what was copied, in the order it had for each key. */
public final class TopicFill {

    private static final int IN_FLIGHT_BYTES = 8 << 20;

    private final Ports ports;

    public TopicFill(Ports ports) {
        this.ports = ports;
    }

    /** Returns when the broker has all of it; answers how many records that were. */
    public long from(Path file) throws IOException {
        try (KafkaProducer<byte[], byte[]> producer = producer();
                DataInputStream in =
                        new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            long filled = 0;
            AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
            for (ArchivedRecord record = ArchivedRecord.read(in); record != null; record = ArchivedRecord.read(in)) {
                var _ = producer.send(record.toSend(), (_, failed) -> failure.compareAndSet(null, failed));
                filled++;
            }
            producer.flush();
            @Nullable Exception failed = failure.get();
            if (failed != null) {
                throw new IOException(failed.getMessage(), failed);
            }
            return filled;
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ports.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        IN_FLIGHT_BYTES,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        // A new partition may refuse a first batch and take the second: the first then never fits.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
