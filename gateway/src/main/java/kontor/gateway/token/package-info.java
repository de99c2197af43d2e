/** Who calls: bearer tokens, the realm's signing keys, and the few operations that need no token. */
@NullMarked
package kontor.gateway.token;

import org.jspecify.annotations.NullMarked;
