package kontor.identity.member;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member as he and admins see him. */
public record MemberView(
        UUID id,
        long registrationNo,
        Instant createdAt,
        @Nullable String subject,
        @Nullable String firstName,
        String lastName,
        String displayName,
        @Nullable String login,
        @Nullable String email,
        boolean hasLogIn,
        @Nullable Long pictureUploadId,
        String status,
        boolean verified,
        @Nullable Instant verifiedAt,
        @Nullable Long rankId,
        boolean active,
        boolean systemMember,
        boolean admin,
        int staffLevel,
        @Nullable Long customerId,
        @Nullable String externalSource,
        @Nullable String externalId,
        long version) {}
