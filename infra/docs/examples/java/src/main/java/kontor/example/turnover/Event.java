package kontor.example.turnover;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as a consumer needs it. Headers that are not asked for are not looked at, so new ones do no harm.
 *
 * @param sequence 1, 2, 3 ... within the topic and key
 * @param body null for a tombstone
 */
record Event(
        String topic,
        String key,
        String id,
        String type,
        long sequence,
        @Nullable String body) {

    static Event of(ConsumerRecord<String, String> record) {
        return new Event(
                record.topic(),
                record.key(),
                header(record, "ce_id"),
                header(record, "ce_type"),
                Long.parseLong(header(record, "ce_sequence")),
                record.value());
    }

    /** Whose events have one order. */
    String stream() {
        return topic + " " + key;
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalArgumentException("no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
