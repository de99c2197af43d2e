package kontor.identity.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody registered (I-1). */
public record MemberRegistered(
        UUID memberId, String displayName, @Nullable Long pictureUploadId, boolean hasLogIn, Instant at) {}
