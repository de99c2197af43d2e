package kontor.platform.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * An event as it was received: CloudEvents headers and the body.
 *
 * @param version aggregate version, 1, 2, 3 ... per topic and key
 * @param body JSON text; null for a tombstone
 */
public record Message(
        String topic,
        UUID id,
        String type,
        String key,
        long version,
        Instant at,
        Origin origin,
        @Nullable String body) {

    static Message of(ConsumerRecord<?, ?> record) {
        try {
            Object value = record.value();
            @Nullable String body = value == null ? null : new String((byte[]) value, StandardCharsets.UTF_8);
            return new Message(
                    record.topic(),
                    UUID.fromString(header(record, "ce_id")),
                    header(record, "ce_type"),
                    String.valueOf(record.key()),
                    Long.parseLong(header(record, "ce_sequence")),
                    Instant.parse(header(record, "ce_time")),
                    new Origin(
                            UUID.fromString(header(record, "ce_actor")),
                            header(record, "ce_correlationid"),
                            Boolean.parseBoolean(header(record, "ce_imported"))),
                    body);
        } catch (RuntimeException e) {
            throw new MalformedRecord("The record has no readable event headers.", e);
        }
    }

    public boolean isTombstone() {
        return body == null;
    }

    /** The body as the consumer's own record, which declares only the fields it uses. */
    public <T> T as(Class<T> type) {
        if (body == null) {
            throw new MalformedRecord("The record has no body.", null);
        }
        try {
            return EventJson.read(body, type);
        } catch (JacksonException e) {
            throw new MalformedRecord("The body does not fit " + type.getSimpleName() + ".", e);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("No header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
