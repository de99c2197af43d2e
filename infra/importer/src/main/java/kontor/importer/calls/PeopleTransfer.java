package kontor.importer.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.calls.Batch.Row;
import kontor.importer.source.People;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;

/** Ranks, members and what became of them, to identity-service. */
final class PeopleTransfer {

    private final Transfer transfer;
    private final People people;

    PeopleTransfer(Transfer transfer, People people) {
        this.transfer = transfer;
        this.people = people;
    }

    void ranks() {
        Batch batch = transfer.batch("/imports/ranks", "ranks");
        transfer.progress().begin("ranks", people.ranks().size());
        for (People.Rank rank : people.ranks()) {
            Map<String, Object> row = Transfer.row(rank.id());
            row.put("name", rank.name());
            row.put("debtLimitMinor", rank.debtLimitMinor());
            row.put("systemUser", rank.systemUser());
            row.put("active", rank.active());
            batch.add(new Row(row, (id, outcome) -> {
                transfer.ids().ranks().put(rank.id(), Long.valueOf(id));
                transfer.count(Table.RANKS, outcome, 1);
            }));
        }
        batch.send();
    }

    void members() {
        Batch batch = transfer.batch("/imports/members", "members");
        transfer.progress().begin("members", people.users().size());
        for (People.User user : people.users()) {
            Map<String, Object> row = Transfer.row(user.id());
            row.put("createdAt", user.createdAt().toString());
            row.put("firstName", user.firstName());
            row.put("lastName", user.lastName());
            row.put("pictureUploadId", transfer.ids().userPictures().get(user.id()));
            batch.add(new Row(row, (id, outcome) -> {
                transfer.ids().members().put(user.id(), id);
                transfer.count(Table.USERS, outcome, 1);
            }));
        }
        batch.send();
    }

    /** In time order; a verification and the rank that came with it stay in one request. */
    void histories() {
        List<Change> changes = changes();
        transfer.progress()
                .begin(
                        "histories",
                        changes.stream().mapToInt(change -> change.rows.size()).sum());
        Batch batch = transfer.batch("/imports/member-histories", "changes");
        for (Change change : changes) {
            batch.add(change.rows.toArray(Row[]::new));
        }
        batch.send();
    }

    /** Rows of one moment. */
    private record Change(Instant at, int kind, long id, List<Row> rows) {}

    private List<Change> changes() {
        Map<Long, People.RankUpdate> first = new HashMap<>();
        people.rankUpdates().stream()
                .sorted(Comparator.comparing(People.RankUpdate::at).thenComparingLong(People.RankUpdate::id))
                .forEach(row -> first.putIfAbsent(row.userId(), row));
        List<Change> changes = new ArrayList<>();
        for (People.Verification row : people.verifications()) {
            People.RankUpdate rank = Objects.requireNonNull(first.get(row.userId()));
            changes.add(new Change(row.at(), 0, row.id(), List.of(verification(row), rank(rank))));
        }
        for (People.RankUpdate row : people.rankUpdates()) {
            if (!row.equals(first.get(row.userId()))) {
                changes.add(new Change(row.at(), 1, row.id(), List.of(rank(row))));
            }
        }
        for (People.AdminUpdate row : people.adminUpdates()) {
            Row admin = change("ADMIN", Table.ADMIN_UPDATES, row.id(), row.at(), row.userId(), row.adminId(), null);
            admin.content().put("admin", row.admin());
            changes.add(new Change(row.at(), 2, row.id(), List.of(admin)));
        }
        changes.sort(
                Comparator.comparing(Change::at).thenComparingInt(Change::kind).thenComparingLong(Change::id));
        return changes;
    }

    private Row verification(People.Verification row) {
        return change("VERIFICATION", Table.USER_VERIFICATIONS, row.id(), row.at(), row.userId(), row.adminId(), null);
    }

    private Row rank(People.RankUpdate row) {
        return change("RANK", Table.RANK_UPDATES, row.id(), row.at(), row.userId(), row.adminId(), row.rankId());
    }

    private Row change(String kind, Table table, long id, Instant at, long user, long admin, @Nullable Long rank) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind);
        row.putAll(Transfer.row(id));
        row.put("memberId", transfer.ids().member(user));
        row.put("at", at.toString());
        row.put("byAdminId", transfer.ids().member(admin));
        if (rank != null) {
            row.put("rankId", transfer.ids().rank(rank));
        }
        return new Row(row, (shopId, outcome) -> transfer.count(table, outcome, 1));
    }
}
