/** The inside of a feature. */
@NullMarked
package kontor.testkit.samples.inside.shelf.store;

import org.jspecify.annotations.NullMarked;
