/** A feature that shows its inside. */
@NullMarked
package kontor.testkit.samples.open;

import org.jspecify.annotations.NullMarked;
