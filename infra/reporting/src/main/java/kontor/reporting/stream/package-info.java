/** From the topics to the sums, on Kafka Streams. */
@NullMarked
package kontor.reporting.stream;

import org.jspecify.annotations.NullMarked;
