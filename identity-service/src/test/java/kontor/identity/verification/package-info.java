/** Ranks. */
@NullMarked
package kontor.identity.verification;

import org.jspecify.annotations.NullMarked;
