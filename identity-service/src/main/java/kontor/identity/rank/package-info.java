/** Named levels of members with their debt limits. */
@NullMarked
package kontor.identity.rank;

import org.jspecify.annotations.NullMarked;
