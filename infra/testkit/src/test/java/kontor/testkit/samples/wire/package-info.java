/** A feature that knows Kafka in the wrong places. */
@NullMarked
package kontor.testkit.samples.wire;

import org.jspecify.annotations.NullMarked;
