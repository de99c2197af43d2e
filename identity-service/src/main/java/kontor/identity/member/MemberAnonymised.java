package kontor.identity.member;

import java.time.Instant;
import java.util.UUID;

/** A verified member was anonymised (I-13); flags, grants and profiles follow in the same transaction. */
public record MemberAnonymised(UUID memberId, Instant at) {}
