package kontor.bench.lag;

import java.time.Instant;

/**
 * The event of a purchase reached a consumer.
 *
 * @param sent when the relay gave it to its producer, in whole milliseconds
 */
public record Arrival(long purchase, Instant sent, Instant at) {}
