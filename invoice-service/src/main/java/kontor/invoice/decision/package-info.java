/** Waiting for what another service decides. */
@NullMarked
package kontor.invoice.decision;

import org.jspecify.annotations.NullMarked;
