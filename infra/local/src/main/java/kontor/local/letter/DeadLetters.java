package kontor.local.letter;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import kontor.local.stack.Ports;
import kontor.local.stack.Trouble;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of dead letters. What was done about a letter is a record behind it: so it is known as long as the letter
 * is, to everybody who can read it, and a backup of nothing else is needed.
 */
final class DeadLetters implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

    /** So many without their bodies are held in memory; more are a disaster that no list helps with. */
    private static final int MOST = 20_000;

    private final Ports ports;
    private final KafkaConsumer<String, byte[]> consumer;

    DeadLetters(Ports ports) {
        this.ports = ports;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ports.bootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) ANSWERS_WITHIN.toMillis(),
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Letters by place, and when each was given to its consumer with success; without bodies. */
    record Overview(Map<Place, DeadLetter> all, Map<Place, Instant> replayed) {

        List<DeadLetter> open() {
            return all.values().stream()
                    .filter(letter -> !replayed.containsKey(letter.place()))
                    .toList();
        }
    }

    /** Of one topic of dead letters, or of all. */
    Overview overview(Optional<String> topic) {
        Overview overview = new Overview(new TreeMap<>(), new TreeMap<>());
        List<TopicPartition> partitions = partitions(topic);
        read(partitions, 0, record -> {
            if (record.replayed().isPresent()) {
                Place replayed = record.place().at(record.replayed().getAsLong());
                overview.replayed().putIfAbsent(replayed, record.at());
            } else if (record.isLetter()) {
                overview.all()
                        .put(
                                record.place(),
                                new DeadLetter(record.place(), record.at(), record.key(), null, record.headers()));
                if (overview.all().size() > MOST) {
                    throw new Trouble(
                            "There are more than %d dead letters; ask for one topic, or mend what makes them first."
                                    .formatted(MOST));
                }
            }
        });
        return overview;
    }

    /** The letter at this place, with its body. */
    DeadLetter one(Place place) {
        if (partitions(Optional.of(place.topic())).contains(place.topicPartition())) {
            consumer.assign(List.of(place.topicPartition()));
            consumer.seek(place.topicPartition(), place.offset());
            long end = System.nanoTime() + ANSWERS_WITHIN.toNanos();
            while (end(place.topicPartition()) > place.offset() && System.nanoTime() < end) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    DeadLetter letter = DeadLetter.of(record);
                    if (letter.place().equals(place) && letter.isLetter()) {
                        return letter;
                    }
                    throw nothingAt(place);
                }
            }
        }
        throw nothingAt(place);
    }

    private static Trouble nothingAt(Place place) {
        return new Trouble(
                "There is no dead letter at %s; infra/dlt list %s names them.".formatted(place, place.topic()));
    }

    /** When its consumer took it from an operator. */
    Optional<Instant> replayed(Place place) {
        List<Instant> at = new ArrayList<>();
        read(List.of(place.topicPartition()), place.offset() + 1, record -> {
            if (record.replayed().orElse(-1) == place.offset()) {
                at.add(record.at());
            }
        });
        return at.stream().findFirst();
    }

    /** A letter like this one, corrected; answers where it lies. */
    Place correct(DeadLetter letter, Correction correction) {
        Headers headers = correction.applyTo(letter.headers());
        headers.add(DeadLetter.CORRECTS, text(letter.place().offset()));
        return append(letter, correction.body().orElse(letter.body()), headers);
    }

    /** Notes that its consumer has taken it. */
    void noteReplayed(DeadLetter letter) {
        Headers headers = new RecordHeaders();
        headers.add(DeadLetter.REPLAYED, text(letter.place().offset()));
        var _ = append(letter, null, headers);
    }

    private Place append(DeadLetter letter, byte @Nullable [] body, Headers headers) {
        Place place = letter.place();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ports.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        ANSWERS_WITHIN.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            return place.at(
                    producer.send(new ProducerRecord<>(place.topic(), place.partition(), letter.key(), body, headers))
                            .get()
                            .offset());
        } catch (ExecutionException | KafkaException cause) {
            throw new Trouble("Kafka did not take a record of %s; see infra/status.".formatted(place.topic()), cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private List<TopicPartition> partitions(Optional<String> topic) {
        List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(Place.ENDING))
                .filter(entry -> topic.isEmpty() || topic.get().equals(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (topic.isPresent() && partitions.isEmpty()) {
            throw new Trouble("%s is no topic of dead letters; infra/dlt list names those that hold some."
                    .formatted(topic.get()));
        }
        return partitions;
    }

    private void read(List<TopicPartition> partitions, long from, Consumer<DeadLetter> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        if (from > 0) {
            partitions.forEach(partition -> consumer.seek(partition, from));
        }
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> reader.accept(DeadLetter.of(record)));
        }
    }

    private long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private static byte[] text(long offset) {
        return Long.toString(offset).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
