package kontor.identity.verification;

import java.time.Instant;
import java.util.UUID;
import kontor.identity.rank.RankBook;
import org.jspecify.annotations.Nullable;

/** A verified member got another rank (I-4). */
public record MemberRankChanged(
        UUID memberId,
        long rankId,
        String rankName,
        @Nullable Long debtLimitMinor,
        boolean active,
        boolean systemMember,
        UUID adminId,
        Instant at) {

    public static MemberRankChanged of(UUID memberId, RankBook.Held rank, UUID adminId, Instant at) {
        return new MemberRankChanged(
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
