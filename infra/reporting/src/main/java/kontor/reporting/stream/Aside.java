package kontor.reporting.stream;

import java.time.Instant;

/**
 * A record that could not be read. Those after it of its key wait; it may come again, corrected, with the same version.
 *
 * @param version its place among the facts of its key, {@link #UNKNOWN} if even that cannot be read
 */
public record Aside(String topic, int partition, long offset, long version, Instant sent, String cause) {

    static final long UNKNOWN = 0;

    /** Or in its stead, also of two without a place. */
    boolean isBefore(Aside other) {
        return other.version == UNKNOWN || (version != UNKNOWN && version <= other.version);
    }
}
