package kontor.identity.member;

import java.time.Instant;
import java.util.UUID;

/** A member who was never verified was deleted (I-12). */
public record MemberDeleted(UUID memberId, Instant at) {}
