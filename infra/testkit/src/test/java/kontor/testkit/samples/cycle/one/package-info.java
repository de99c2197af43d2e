/** Half of a cycle. */
@NullMarked
package kontor.testkit.samples.cycle.one;

import org.jspecify.annotations.NullMarked;
