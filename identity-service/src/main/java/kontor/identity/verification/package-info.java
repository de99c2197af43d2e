/** The first rank, which verifies, and later ones. */
@NullMarked
package kontor.identity.verification;

import org.jspecify.annotations.NullMarked;
