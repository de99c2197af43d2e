/** Waiting for what another service decides. */
@NullMarked
package kontor.order.decision;

import org.jspecify.annotations.NullMarked;
