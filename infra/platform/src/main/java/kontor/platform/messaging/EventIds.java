package kontor.platform.messaging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import kontor.platform.Sha256;

/**
 * Ids of events: a UUIDv7 whose random part is derived from topic, key and version, so that an event built again from
 * its rows has the id it had the first time.
 */
public final class EventIds {

    private EventIds() {}

    public static UUID of(String topic, String key, long version, Instant at) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(topic + "\n" + key + "\n" + version));
        long high = (at.toEpochMilli() << 16) | 0x7000L | (hash.getLong() & 0x0fffL);
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
