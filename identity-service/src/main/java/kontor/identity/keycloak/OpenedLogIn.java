package kontor.identity.keycloak;

import java.util.UUID;

/**
 * A disabled Keycloak user that waits for his member to be committed.
 *
 * @param attempt marks the user as ours and pending
 * @param subject the user's id
 */
public record OpenedLogIn(UUID attempt, UUID memberId, String subject) {}
