/** A feature that reads clocks of its own. */
@NullMarked
package kontor.testkit.samples.time;

import org.jspecify.annotations.NullMarked;
