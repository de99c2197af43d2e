package kontor.platform.security;

import java.util.Optional;
import java.util.UUID;

/** Finds the member behind a token's subject or a request's member id; identity-service answers from its own tables. */
public interface MemberDirectory {

    Optional<KnownMember> bySubject(String subject);

    Optional<KnownMember> byId(UUID memberId);
}
