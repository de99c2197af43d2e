/** Keycloak with the realm of the shop, and log-ins against it. */
@NullMarked
package kontor.local.keycloak;

import org.jspecify.annotations.NullMarked;
