package kontor.identity.importing.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.identity.importing.ChangeRow;
import kontor.identity.importing.ChangeRow.Kind;
import kontor.identity.importing.ImportNews;
import kontor.identity.importing.ImportedChanges;
import kontor.identity.importing.ImportedMembers;
import kontor.identity.importing.MemberRow;
import kontor.identity.rank.RankBook;
import kontor.identity.rank.RankBook.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The members that customers become. The other shop does not say since when: they begin here, now. */
@Component
class ImportedPeople {

    /** The row of a member, with the names for a later log-in. */
    private record Person(
            String externalId,
            Instant createdAt,
            @Nullable String firstName,
            String lastName,
            @Nullable String login,
            @Nullable String email) {}

    private final RankBook ranks;
    private final ImportedMembers members;
    private final ImportedChanges changes;
    private final ImportNews news;
    private final Clock clock;

    ImportedPeople(RankBook ranks, ImportedMembers members, ImportedChanges changes, ImportNews news, Clock clock) {
        this.ranks = ranks;
        this.members = members;
        this.changes = changes;
        this.news = news;
        this.clock = clock;
    }

    /** Their ids, in the order of the rows; all are verified with the default rank by this admin. */
    List<UUID> create(String source, List<CustomerRow> rows, UUID adminId) {
        // A rank before a member, everywhere.
        Held rank = ranks.holdDefault();
        Instant now = clock.instant();
        List<UUID> ids = members.create(
                source,
                rows.stream()
                        .map(row -> new Person(
                                row.externalId(), now, row.firstName(), row.lastName(), row.login(), row.email()))
                        .toList());
        news.members(
                rows.stream()
                        .map(row -> new MemberRow(row.externalId(), now, row.firstName(), row.lastName(), null))
                        .toList(),
                ids);
        List<ChangeRow> verifications = steps(Kind.VERIFICATION, rows, ids, now, adminId, null);
        List<ChangeRow> first = steps(Kind.RANK, rows, ids, now, adminId, rank.id());
        changes.create(source, Kind.VERIFICATION, verifications);
        changes.create(source, Kind.RANK, first);
        List<ChangeRow> all = new ArrayList<>(verifications);
        all.addAll(first);
        news.changes(all, Map.of(rank.id(), rank));
        return ids;
    }

    private static List<ChangeRow> steps(
            Kind kind, List<CustomerRow> rows, List<UUID> ids, Instant now, UUID adminId, @Nullable Long rankId) {
        List<ChangeRow> steps = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            steps.add(new ChangeRow(kind, rows.get(i).externalId(), ids.get(i), now, adminId, rankId, null));
        }
        return steps;
    }
}
