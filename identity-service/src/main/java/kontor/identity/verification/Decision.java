package kontor.identity.verification;

import java.time.Instant;
import java.util.UUID;

/** Who gave which rank to whom. */
public record Decision(long id, UUID memberId, long rankId, UUID byAdminId, Instant at) {}
