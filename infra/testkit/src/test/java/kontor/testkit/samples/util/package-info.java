/** A layer, which is no feature. */
@NullMarked
package kontor.testkit.samples.util;

import org.jspecify.annotations.NullMarked;
