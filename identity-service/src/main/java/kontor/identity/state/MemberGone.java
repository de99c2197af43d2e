package kontor.identity.state;

import java.util.UUID;

/**
 * A member's row is deleted.
 *
 * @param stateVersion the number of his last record on the state topic
 */
public record MemberGone(UUID memberId, long stateVersion) {}
