/** A feature whose objects come to be in the wrong way. */
@NullMarked
package kontor.testkit.samples.construction;

import org.jspecify.annotations.NullMarked;
