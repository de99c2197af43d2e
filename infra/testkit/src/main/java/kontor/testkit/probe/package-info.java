/** Looks at what a service under test answers to whom, and by which statements. */
@NullMarked
package kontor.testkit.probe;

import org.jspecify.annotations.NullMarked;
