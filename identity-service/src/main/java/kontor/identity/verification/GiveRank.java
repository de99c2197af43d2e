package kontor.identity.verification;

import java.util.UUID;
import kontor.platform.web.RequestKey;

/** Give a member a rank. */
record GiveRank(UUID memberId, long rankId, UUID byAdminId, RequestKey key) {}
