/** A feature with unguarded handlers. */
@NullMarked
package kontor.testkit.samples.door;

import org.jspecify.annotations.NullMarked;
