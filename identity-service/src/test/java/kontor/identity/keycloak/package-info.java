/** Keycloak: what reaches it, and what happens while it is away. */
@NullMarked
package kontor.identity.keycloak;

import org.jspecify.annotations.NullMarked;
