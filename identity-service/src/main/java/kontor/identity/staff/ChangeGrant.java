package kontor.identity.staff;

import java.util.UUID;

/** Give a grant to a member or take it. */
record ChangeGrant(UUID memberId, StaffGrant grant, boolean granted, UUID byAdminId) {}
