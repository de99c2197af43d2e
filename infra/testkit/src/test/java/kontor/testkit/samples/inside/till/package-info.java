/** A feature that reaches into another. */
@NullMarked
package kontor.testkit.samples.inside.till;

import org.jspecify.annotations.NullMarked;
