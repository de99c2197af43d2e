/** How callers wait for what another service does, and what their keys get. */
@NullMarked
package kontor.support.decision;

import org.jspecify.annotations.NullMarked;
