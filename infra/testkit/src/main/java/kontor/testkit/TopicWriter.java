package kontor.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts records on topics in the place of the service that owns them. */
public final class TopicWriter {

    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 30;

    /** Kept as long as the JVM: to connect anew each time takes longer than to send. */
    private final Producer<String, String> producer;

    public TopicWriter(KafkaServer server) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        server.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Sends them and returns when the broker has them all, in this order per key. */
    public void send(Fact... facts) {
        List<Future<RecordMetadata>> sent =
                Stream.of(facts).map(fact -> producer.send(recordOf(fact))).toList();
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("Kafka did not take the record", failed);
        }
    }

    private static ProducerRecord<String, String> recordOf(Fact fact) {
        ProducerRecord<String, String> message = new ProducerRecord<>(fact.topic(), fact.key(), fact.body());
        fact.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
