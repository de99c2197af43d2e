/** Who calls and what he may do: token checks, the replicated member behind a token, access rules. */
@NullMarked
package kontor.platform.security;

import org.jspecify.annotations.NullMarked;
