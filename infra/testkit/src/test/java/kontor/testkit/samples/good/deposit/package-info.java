/** A feature as it should be. */
@NullMarked
package kontor.testkit.samples.good.deposit;

import org.jspecify.annotations.NullMarked;
