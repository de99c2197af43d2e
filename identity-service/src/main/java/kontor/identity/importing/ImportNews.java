package kontor.identity.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kontor.identity.importing.ChangeRow.Kind;
import kontor.identity.importing.ImportEvents.Fact;
import kontor.identity.rank.RankBook.Held;
import kontor.identity.state.Roster;
import kontor.identity.state.Roster.Addition;
import kontor.platform.store.Audit;
import org.springframework.stereotype.Component;

/** What follows from rows that were taken over: facts, states and one audit row for each (G-44, G-45). */
@Component
public class ImportNews {

    private final ImportEvents events;
    private final Roster roster;
    private final Audit audit;

    ImportNews(ImportEvents events, Roster roster, Audit audit) {
        this.events = events;
        this.roster = roster;
        this.audit = audit;
    }

    void ranks(List<RankRow> rows, Map<String, Long> created, Collection<Long> matched) {
        events.ranks(rows, created);
        List<Long> all = new ArrayList<>(created.values());
        all.addAll(matched);
        audit.recordAll("import-rank", "rank", all);
    }

    /** Members who are new, and their ids in the order of the rows. */
    public void members(List<MemberRow> rows, List<UUID> ids) {
        events.members(rows, ids);
        roster.takenOver(ids);
        audit.recordAll("import-member", "member", ids);
    }

    /** What became of members, with the ranks that the rows name. */
    public void changes(Collection<ChangeRow> rows, Map<Long, Held> ranks) {
        List<Fact> facts = ChangeFacts.of(rows, ranks);
        Set<UUID> verified = of(Kind.VERIFICATION, rows);
        List<Addition> additions =
                facts.stream().collect(Collectors.groupingBy(Fact::memberId, Collectors.counting())).entrySet().stream()
                        .map(member -> new Addition(
                                member.getKey(), member.getValue().intValue(), verified.contains(member.getKey())))
                        .toList();
        events.changes(facts, roster.added(additions));
        for (Kind kind : Kind.values()) {
            audit.recordAll(
                    kind.audited(),
                    "member",
                    rows.stream()
                            .filter(row -> row.kind() == kind)
                            .map(ChangeRow::memberId)
                            .toList());
        }
    }

    private static Set<UUID> of(Kind kind, Collection<ChangeRow> rows) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .map(ChangeRow::memberId)
                .collect(Collectors.toSet());
    }
}
