package kontor.identity.admin;

import java.time.Instant;
import java.util.UUID;

/** Who made whom an admin, or took it away. */
record Appointment(long id, UUID memberId, boolean admin, UUID byAdminId, Instant at) {}
