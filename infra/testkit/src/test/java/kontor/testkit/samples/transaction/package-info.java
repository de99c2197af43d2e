/** A feature that starts transactions anywhere. */
@NullMarked
package kontor.testkit.samples.transaction;

import org.jspecify.annotations.NullMarked;
