package kontor.identity.staff;

import java.time.Instant;
import java.util.UUID;

/**
 * A staff grant was given or taken away (I-11).
 *
 * @param staffLevel the highest level held now, 0 for none
 */
record StaffGrantChanged(UUID memberId, StaffGrant grant, boolean granted, int staffLevel, UUID adminId, Instant at) {}
