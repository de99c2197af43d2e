package kontor.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as its owner would put it on a topic, for tests of listeners. Immutable; the body of a tombstone is null.
 */
public record Fact(String topic, String key, @Nullable String body, Map<String, String> headers) {

    private static final String SYSTEM = "00000000-0000-0000-0000-000000000001";

    /** An event with a complete envelope; the sequence is the aggregate's version. */
    public static Fact of(String topic, String type, Object key, long sequence, @Nullable String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", newId().toString());
        headers.put("ce_type", type);
        headers.put("ce_source", "/%s-service".formatted(owner(topic)));
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_subject", key.toString());
        headers.put("ce_dataschema", "urn:" + type.replace('.', ':'));
        headers.put("ce_sequence", Long.toString(sequence));
        headers.put("ce_actor", SYSTEM);
        headers.put("ce_correlationid", UUID.randomUUID().toString());
        headers.put("ce_imported", "false");
        headers.put("content-type", "application/json");
        return new Fact(topic, key.toString(), body, headers);
    }

    /** The example of contracts, under this key and sequence. */
    public static Fact example(String topic, String type, Object key, long sequence) {
        return of(topic, type, key, sequence, EventSchema.of(type).example());
    }

    /** The same with one header changed; null removes it. */
    public Fact header(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Fact(topic, key, body, changed);
    }

    /** The same with another body. */
    public Fact body(@Nullable String other) {
        return new Fact(topic, key, other, headers);
    }

    /** The event's id. */
    public String id() {
        return headers.getOrDefault("ce_id", "");
    }

    /** {@code ledger} for {@code kontor.ledger.deposit.v1}. */
    private static String owner(String topic) {
        String behindRoot = topic.substring(topic.indexOf('.') + 1);
        return behindRoot.substring(0, behindRoot.indexOf('.'));
    }

    /** A UUID of version 7: time in milliseconds, then chance. */
    static UUID newId() {
        UUID chance = UUID.randomUUID();
        long high = (System.currentTimeMillis() << 16) | 0x7000L | (chance.getMostSignificantBits() & 0x0fffL);
        return new UUID(high, chance.getLeastSignificantBits());
    }
}
