package kontor.platform.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * An event as it was received: CloudEvents headers and the body.
 *
 * @param version aggregate version, 1, 2, 3 ... per topic and key
 * @param traceparent W3C trace header of what caused it; null if that was not traced
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
        @Nullable String traceparent,
        @Nullable String body) {

    /** What every database column and every reader of years takes. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Refuses at once whatever could only fail later and for ever, at the database. */
    public static Message of(ConsumerRecord<?, ?> record) {
        try {
            String key = storable(Objects.requireNonNull(record.key(), "no key").toString());
            Instant at = Instant.parse(header(record, "ce_time"));
            long version = Long.parseLong(header(record, "ce_sequence"));
            if (version < 1 || at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw new IllegalArgumentException("ce_sequence or ce_time is out of range");
            }
            if (!key.equals(header(record, "ce_subject"))) {
                throw new IllegalArgumentException("ce_subject is not the key");
            }
            Origin origin = new Origin(
                    UUID.fromString(header(record, "ce_actor")),
                    header(record, "ce_correlationid"),
                    Boolean.parseBoolean(header(record, "ce_imported")));
            @Nullable Object value = record.value();
            return new Message(
                    record.topic(),
                    UUID.fromString(header(record, "ce_id")),
                    header(record, "ce_type"),
                    key,
                    version,
                    at,
                    origin,
                    traceparent(record),
                    value == null ? null : text((byte[]) value));
        } catch (RuntimeException | CharacterCodingException e) {
            throw new MalformedRecord("The record is no readable event.", e);
        }
    }

    Stream stream() {
        return new Stream(topic, key);
    }

    public boolean isTombstone() {
        return body == null;
    }

    /**
     * The body as the consumer's own record, which declares only the fields it uses. A field that is not {@code
     * @Nullable} must be there, or the record is malformed.
     */
    public <T> T as(Class<T> type) {
        if (body == null) {
            throw new MalformedRecord("The record has no body.", null);
        }
        try {
            return EventJson.readWhole(body, type);
        } catch (RuntimeException ignored) {
            // Without the parser's own words, which quote the value (INV-38).
            throw new MalformedRecord("The body does not fit " + type.getSimpleName() + ".", null);
        }
    }

    /** Never a reason to refuse: who reads it judges its form. */
    static @Nullable String traceparent(ConsumerRecord<?, ?> record) {
        @Nullable Header header = record.headers().lastHeader("traceparent");
        return header == null ? null : new String(header.value(), StandardCharsets.ISO_8859_1);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) throws CharacterCodingException {
        @Nullable Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return text(header.value());
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return storable(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString());
    }

    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("U+0000 in a text");
        }
        return text;
    }
}
