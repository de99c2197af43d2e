package kontor.platform.security;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a service knows of a member: the state published by identity-service (G-19).
 *
 * @param debtLimitMinor lowest credit a purchase may lead to, minor units; null = no limit
 * @param staffLevel 0 none, 1, 2, 3 chief
 */
public record KnownMember(
        UUID memberId,
        @Nullable String subject,
        String displayName,
        @Nullable Long pictureUploadId,
        String status,
        boolean verified,
        @Nullable Instant verifiedAt,
        boolean active,
        boolean systemMember,
        boolean admin,
        int staffLevel,
        boolean hasLogIn,
        @Nullable Long rankId,
        @Nullable String rankName,
        @Nullable Long debtLimitMinor,
        @Nullable Long customerId,
        long version) {

    public boolean isUsableAdmin() {
        return admin && isActive();
    }

    /** Verified with an active rank (I-5). */
    public boolean isActive() {
        return verified && active;
    }
}
