/** Named levels. */
@NullMarked
package kontor.identity.rank;

import org.jspecify.annotations.NullMarked;
