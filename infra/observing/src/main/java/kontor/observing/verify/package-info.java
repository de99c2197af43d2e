/** The service looks after its own invariants, and stops writing when its books are wrong. */
@NullMarked
package kontor.observing.verify;

import org.jspecify.annotations.NullMarked;
