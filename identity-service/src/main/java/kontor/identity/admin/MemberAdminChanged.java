package kontor.identity.admin;

import java.time.Instant;
import java.util.UUID;

/** The admin flag of a member was set or taken away (I-6). */
public record MemberAdminChanged(UUID memberId, boolean admin, UUID adminId, Instant at) {}
