package kontor.importer.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who belongs to the community, and what became of them; each list in the order of its ids. */
public record People(
        List<Rank> ranks,
        List<User> users,
        List<Verification> verifications,
        List<RankUpdate> rankUpdates,
        List<AdminUpdate> adminUpdates) {

    /** A rank; no debt limit is null. */
    public record Rank(
            long id, String name, boolean active, @Nullable Long debtLimitMinor, boolean systemUser) {}

    /**
     * A user.
     *
     * @param hasPassword the hash itself is never read
     */
    public record User(
            long id,
            Instant createdAt,
            @Nullable String firstName,
            String lastName,
            boolean hasPassword,
            boolean verified,
            @Nullable Long uploadId) {

        public String name() {
            return firstName == null ? lastName : firstName + " " + lastName;
        }
    }

    /** The admin who verified a user. */
    public record Verification(long id, Instant at, long adminId, long userId) {}

    /** A rank that was given. */
    public record RankUpdate(long id, Instant at, long userId, long rankId, long adminId) {}

    /** The admin flag that was given or taken. */
    public record AdminUpdate(long id, Instant at, boolean admin, long adminId, long userId) {}
}
