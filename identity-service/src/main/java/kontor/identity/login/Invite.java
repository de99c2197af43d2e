package kontor.identity.login;

import java.util.UUID;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** Give a member a log-in under these names, or those he has. */
record Invite(
        UUID memberId, @Nullable String login, @Nullable String email, RequestKey key) {}
