/** Waiting for what another service decides. */
@NullMarked
package kontor.decision;

import org.jspecify.annotations.NullMarked;
