/** Rules of the module. */
@NullMarked
package kontor.observing;

import org.jspecify.annotations.NullMarked;
