package kontor.identity.verification;

import java.time.Instant;
import java.util.UUID;
import kontor.identity.rank.RankBook;
import org.jspecify.annotations.Nullable;

/** A member got his first rank (I-3). */
public record MemberVerified(
        UUID memberId,
        long rankId,
        String rankName,
        @Nullable Long debtLimitMinor,
        boolean active,
        boolean systemMember,
        UUID adminId,
        Instant at) {

    public static MemberVerified of(UUID memberId, RankBook.Held rank, UUID adminId, Instant at) {
        return new MemberVerified(
                memberId,
                rank.id(),
                rank.terms().name(),
                rank.terms().debtLimitMinor(),
                rank.terms().active(),
                rank.terms().systemUser(),
                adminId,
                at);
    }
}
