package kontor.platform.messaging;

import java.lang.reflect.Type;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.converter.RecordMessageConverter;
import org.springframework.messaging.support.MessageBuilder;

/** Lets a listener take the event as a {@link Message}, a tombstone too. */
final class Messages implements RecordMessageConverter {

    @Override
    public org.springframework.messaging.Message<?> toMessage(
            ConsumerRecord<?, ?> record, @Nullable Object ack, @Nullable Object consumer, @Nullable Type payload) {
        return MessageBuilder.withPayload(Message.of(record)).build();
    }

    @Override
    public ProducerRecord<?, ?> fromMessage(org.springframework.messaging.Message<?> message, @Nullable String topic) {
        throw new UnsupportedOperationException("Events leave by the outbox.");
    }
}
