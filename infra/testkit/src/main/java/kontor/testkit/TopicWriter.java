package kontor.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts records on topics in the place of the service that owns them. */
public final class TopicWriter implements AutoCloseable {

    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 30;

    private final Producer<String, String> producer;

    public TopicWriter(KafkaServer server) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, server.bootstrapServers(), ProducerConfig.ACKS_CONFIG, "all");
        producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Sends each and returns when the broker has them all, in this order per key. */
    public void send(Fact... facts) {
        try {
            for (Fact fact : facts) {
                producer.send(recordOf(fact)).get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending", interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("Kafka did not take the record", failed);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ProducerRecord<String, String> recordOf(Fact fact) {
        ProducerRecord<String, String> message = new ProducerRecord<>(fact.topic(), fact.key(), fact.body());
        fact.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
