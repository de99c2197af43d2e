/** The other half of a cycle. */
@NullMarked
package kontor.testkit.samples.cycle.two;

import org.jspecify.annotations.NullMarked;
