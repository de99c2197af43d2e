package kontor.identity.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member was edited. */
public record MemberProfileChanged(
        UUID memberId, String displayName, @Nullable Long pictureUploadId, boolean hasLogIn, Instant at) {}
