/** Keycloak's users, kept in step with the members who can log in. */
@NullMarked
package kontor.identity.keycloak;

import org.jspecify.annotations.NullMarked;
