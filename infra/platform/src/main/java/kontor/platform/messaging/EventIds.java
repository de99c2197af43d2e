package kontor.platform.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of events: a UUIDv7 whose random part is derived from topic, key and version, so that an event built again from
 * its rows has the id it had the first time.
 */
public final class EventIds {

    private EventIds() {}

    public static UUID of(String topic, String key, long version, Instant at) {
        ByteBuffer hash = ByteBuffer.wrap(sha256(topic + "\n" + key + "\n" + version));
        long high = (at.toEpochMilli() << 16) | 0x7000L | (hash.getLong() & 0x0fffL);
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
