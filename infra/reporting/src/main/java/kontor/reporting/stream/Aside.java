package kontor.reporting.stream;

import java.time.Instant;

/**
 * A record that could not be read. Those after it of its key wait; it may come again, corrected, with the same version.
 */
public record Aside(String topic, int partition, long offset, Instant sent, String cause) {}
