/** A feature as it should be that listens. */
@NullMarked
package kontor.testkit.samples.good.escrow;

import org.jspecify.annotations.NullMarked;
