package kontor.identity.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.identity.importing.ChangeRow.Kind;
import kontor.identity.rank.RankBook;
import kontor.identity.rank.RankBook.Held;
import kontor.identity.verification.AlreadyVerified;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.MemberNotVerified;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import org.springframework.stereotype.Component;

/**
 * Judges rows of histories. They are taken as they are (G-40); only what names nobody, what is still to come, and what
 * would leave a verified member without a rank or the other way round cannot be (I-3).
 */
@Component
class HistoryCheck {

    private final RankBook ranks;
    private final ImportedChanges changes;
    private final Clock clock;

    HistoryCheck(RankBook ranks, ImportedChanges changes, Clock clock) {
        this.ranks = ranks;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Locks ranks and members and refuses the first row at fault.
     *
     * @param rows by their place in the request
     * @return the ranks that they name
     */
    Map<Long, Held> judge(String source, SortedMap<Integer, ChangeRow> rows) {
        // A rank before a member, everywhere.
        Map<Long, Held> held = ranks.holdAll(rows.values().stream()
                .map(ChangeRow::rankId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, String> members = changes.lock(source, ids(rows.values(), false));
        Set<UUID> people = changes.present(ids(rows.values(), true));
        Instant now = clock.instant();
        rows.forEach((no, row) -> {
            String pointer = "/changes/" + no;
            if (!members.containsKey(row.memberId())) {
                throw new UnknownReference(pointer + "/memberId");
            }
            if (!people.contains(row.byAdminId())) {
                throw new UnknownReference(pointer + "/byAdminId");
            }
            if (row.rankId() != null && !held.containsKey(row.rankId())) {
                throw new UnknownReference(pointer + "/rankId");
            }
            if (row.at().isAfter(now)) {
                throw new RowRefused(pointer + "/at", new InFuture());
            }
        });
        requireStates(members, rows);
        return held;
    }

    private static void requireStates(Map<UUID, String> members, SortedMap<Integer, ChangeRow> rows) {
        Set<UUID> verified = members.entrySet().stream()
                .filter(member -> !member.getValue().equals("REGISTERED"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        Set<UUID> ranked = ids(of(Kind.RANK, rows.values()), false);
        rows.forEach((no, row) -> {
            String pointer = "/changes/" + no;
            if ("ANONYMISED".equals(members.get(row.memberId()))) {
                throw new RowRefused(pointer + "/memberId", new NotAllowedInState("This member is anonymised."));
            }
            if (row.kind() == Kind.VERIFICATION && !verified.add(row.memberId())) {
                throw new RowRefused(pointer + "/memberId", new AlreadyVerified());
            }
            if (row.kind() == Kind.VERIFICATION && !ranked.contains(row.memberId())) {
                throw new UnknownReference(pointer + "/rankId");
            }
        });
        rows.forEach((no, row) -> {
            if (row.kind() == Kind.RANK && !verified.contains(row.memberId())) {
                throw new RowRefused("/changes/%d/memberId".formatted(no), new MemberNotVerified(row.memberId()));
            }
        });
    }

    private static Collection<ChangeRow> of(Kind kind, Collection<ChangeRow> rows) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }

    private static Set<UUID> ids(Collection<ChangeRow> rows, boolean ofAdmins) {
        return rows.stream()
                .map(row -> ofAdmins ? row.byAdminId() : row.memberId())
                .collect(Collectors.toSet());
    }
}
