package kontor.identity.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kontor.identity.admin.MemberAdminChanged;
import kontor.identity.importing.ChangeRow.Kind;
import kontor.identity.importing.ImportEvents.Fact;
import kontor.identity.rank.RankBook.Held;
import kontor.identity.verification.MemberRankChanged;
import kontor.identity.verification.MemberVerified;

/**
 * The facts that rows of histories are, in their order. As with what happens here, a verification tells the rank that
 * it gives, and a rank row of the same instant is not told a second time.
 */
final class ChangeFacts {

    private ChangeFacts() {}

    static List<Fact> of(Collection<ChangeRow> rows, Map<Long, Held> ranks) {
        List<ChangeRow> told = new ArrayList<>(rows);
        for (ChangeRow verification : rows) {
            if (verification.kind() == Kind.VERIFICATION) {
                rankAt(verification, rows)
                        .filter(rank -> rank.at().equals(verification.at()))
                        .ifPresent(told::remove);
            }
        }
        return told.stream()
                .map(row -> new Fact(row.memberId(), row.at(), fact(row, rows, ranks)))
                .toList();
    }

    private static Object fact(ChangeRow row, Collection<ChangeRow> rows, Map<Long, Held> ranks) {
        return switch (row.kind()) {
            case VERIFICATION -> {
                Held rank = rank(rankAt(row, rows).orElseThrow(), ranks);
                yield MemberVerified.of(row.memberId(), rank, row.byAdminId(), row.at());
            }
            case RANK -> MemberRankChanged.of(row.memberId(), rank(row, ranks), row.byAdminId(), row.at());
            case ADMIN ->
                new MemberAdminChanged(row.memberId(), Boolean.TRUE.equals(row.admin()), row.byAdminId(), row.at());
        };
    }

    private static Held rank(ChangeRow row, Map<Long, Held> ranks) {
        return Objects.requireNonNull(ranks.get(Objects.requireNonNull(row.rankId())));
    }

    /** The rank in force at the verification; if the source gave the first one later, that one. */
    private static Optional<ChangeRow> rankAt(ChangeRow verification, Collection<ChangeRow> rows) {
        Instant at = verification.at();
        List<ChangeRow> own = rows.stream()
                .filter(row -> row.kind() == Kind.RANK && row.memberId().equals(verification.memberId()))
                .toList();
        return own.stream()
                .filter(row -> !row.at().isAfter(at))
                .reduce((one, next) -> next.at().isBefore(one.at()) ? one : next)
                .or(() -> own.stream().min(Comparator.comparing(ChangeRow::at)));
    }
}
