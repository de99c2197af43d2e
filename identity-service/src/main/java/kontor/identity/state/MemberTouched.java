package kontor.identity.state;

import java.util.UUID;

/** Something about a member changed; published inside the transaction of the change. */
public record MemberTouched(UUID memberId) {}
