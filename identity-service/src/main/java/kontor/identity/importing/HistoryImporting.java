package kontor.identity.importing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kontor.identity.importing.ChangeRow.Kind;
import kontor.identity.rank.RankBook.Held;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportReport.Outcome;
import kontor.platform.importing.ImportReport.Result;
import kontor.platform.importing.ImportRows;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over who was verified, got which rank, and was an admin, when and by whom; only of members taken over. */
@Service
class HistoryImporting {

    private final ImportTurn turn;
    private final HistoryCheck check;
    private final ImportedChanges changes;
    private final ImportNews news;

    HistoryImporting(ImportTurn turn, HistoryCheck check, ImportedChanges changes, ImportNews news) {
        this.turn = turn;
        this.check = check;
        this.changes = changes;
        this.news = news;
    }

    @Transactional
    ImportReport take(String source, List<ChangeRow> rows, RequestKey key) {
        return turn.take(key, () -> {
            ImportRows.requireDistinct("changes", rows, row -> Map.entry(row.kind(), row.externalId()));
            Map<Kind, Map<String, Object>> known = known(source, rows);
            SortedMap<Integer, ChangeRow> fresh = fresh(rows, known);
            Map<Long, Held> ranks = check.judge(source, fresh);
            Map<Kind, Map<String, Long>> created = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                created.put(kind, changes.create(source, kind, of(kind, List.copyOf(fresh.values()))));
            }
            news.changes(fresh.values(), ranks);
            return new ImportReport(
                    rows.stream().map(row -> result(row, known, created)).toList());
        });
    }

    private Map<Kind, Map<String, Object>> known(String source, List<ChangeRow> rows) {
        Map<Kind, Map<String, Object>> known = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            List<String> externalIds =
                    of(kind, rows).stream().map(ChangeRow::externalId).toList();
            known.put(kind, turn.known(kind.table(), source, externalIds));
        }
        return known;
    }

    private static SortedMap<Integer, ChangeRow> fresh(List<ChangeRow> rows, Map<Kind, Map<String, Object>> known) {
        SortedMap<Integer, ChangeRow> fresh = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            ChangeRow row = rows.get(i);
            if (!known.getOrDefault(row.kind(), new HashMap<>()).containsKey(row.externalId())) {
                fresh.put(i, row);
            }
        }
        return fresh;
    }

    private static Result result(
            ChangeRow row, Map<Kind, Map<String, Object>> known, Map<Kind, Map<String, Long>> created) {
        String externalId = row.externalId();
        Object before = known.getOrDefault(row.kind(), Map.of()).get(externalId);
        return before == null
                ? new Result(externalId, id(created.getOrDefault(row.kind(), Map.of()), externalId), Outcome.CREATED)
                : new Result(externalId, before, Outcome.UNCHANGED);
    }

    private static Object id(Map<String, Long> created, String externalId) {
        return Objects.requireNonNull(created.get(externalId));
    }

    private static List<ChangeRow> of(Kind kind, List<ChangeRow> rows) {
        return rows.stream().filter(row -> row.kind() == kind).toList();
    }
}
