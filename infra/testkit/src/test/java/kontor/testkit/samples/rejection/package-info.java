/** A feature with refusals nobody explains. */
@NullMarked
package kontor.testkit.samples.rejection;

import org.jspecify.annotations.NullMarked;
