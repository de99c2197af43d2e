package kontor.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Gives one dead letter to the listener that could not read it, once that is mended. Not by its topic: there other
 * consumers would see it again, and an old state would become the newest. The inbox sees to it that it counts once.
 */
@Endpoint(id = "deadletters")
final class DeadLetterEndpoint {

    private static final Duration READ_WITHIN = Duration.ofSeconds(10);

    private final KafkaListenerEndpointRegistry registry;
    private final ConsumerFactory<?, ?> consumers;

    DeadLetterEndpoint(KafkaListenerEndpointRegistry registry, ConsumerFactory<?, ?> consumers) {
        this.registry = registry;
        this.consumers = consumers;
    }

    /** What became of the dead letter: {@code applied}, or why it was not. */
    record Outcome(String outcome) {}

    @WriteOperation
    Outcome replay(String topic, int partition, long offset) {
        try (Consumer<?, ?> consumer = consumers.createConsumer()) {
            ConsumerRecord<?, ?> letter = read(consumer, new TopicPartition(topic, partition), offset);
            listener(letter).onMessage(List.of(original(letter)), null, consumer);
            return new Outcome("applied");
        } catch (RuntimeException e) {
            return new Outcome("not applied: " + (e.getCause() == null ? e : e.getCause()).getMessage());
        }
    }

    private static ConsumerRecord<?, ?> read(Consumer<?, ?> consumer, TopicPartition place, long offset) {
        consumer.assign(List.of(place));
        consumer.seek(place, offset);
        return consumer.poll(READ_WITHIN).records(place).stream()
                .filter(record -> record.offset() == offset)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no record at this place."));
    }

    // Every listener of ours takes texts and bytes, as the one consumer factory makes them.
    @SuppressWarnings("unchecked")
    private BatchAcknowledgingConsumerAwareMessageListener<Object, Object> listener(ConsumerRecord<?, ?> letter) {
        String group = header(letter, KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP);
        String topic = header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC);
        return registry.getListenerContainers().stream()
                .filter(container -> group.equals(container.getGroupId()))
                .map(MessageListenerContainer::getContainerProperties)
                .filter(container -> container.getTopics() != null
                        && Arrays.asList(container.getTopics()).contains(topic))
                .map(ContainerProperties::getMessageListener)
                .map(listener -> (BatchAcknowledgingConsumerAwareMessageListener<Object, Object>) listener)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No listener of " + group + " reads " + topic + "."));
    }

    private static ConsumerRecord<Object, Object> original(ConsumerRecord<?, ?> letter) {
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>(
                header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC),
                letter.partition(),
                letter.offset(),
                letter.key(),
                letter.value());
        letter.headers().forEach(record.headers()::add);
        return record;
    }

    private static String header(ConsumerRecord<?, ?> letter, String name) {
        @Nullable Header header = letter.headers().lastHeader(name);
        return new String(Objects.requireNonNull(header, "no header " + name).value(), StandardCharsets.UTF_8);
    }
}
