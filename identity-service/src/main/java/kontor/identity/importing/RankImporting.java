package kontor.identity.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kontor.identity.importing.ImportReport.Outcome;
import kontor.identity.importing.ImportReport.Result;
import kontor.identity.importing.ImportedRanks.Namesake;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.RowRefused;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over ranks: one of the same name here is the same rank, the others are new. */
@Service
class RankImporting {

    private final ImportTurn turn;
    private final ImportedRanks ranks;
    private final ImportNews news;

    RankImporting(ImportTurn turn, ImportedRanks ranks, ImportNews news) {
        this.turn = turn;
        this.ranks = ranks;
        this.news = news;
    }

    @Transactional
    ImportReport take(String source, List<RankRow> rows, RequestKey key) {
        return turn.take(key, () -> {
            ImportTurn.requireDistinct("ranks", rows, RankRow::externalId);
            Map<String, Object> known = turn.known(
                    "rank", source, rows.stream().map(RankRow::externalId).toList());
            Map<String, Long> matched = new HashMap<>();
            List<RankRow> fresh = fresh(rows, known, matched);
            ranks.match(source, matched);
            Map<String, Long> created = ranks.create(source, fresh);
            news.ranks(fresh, created, matched.values());
            return new ImportReport(rows.stream()
                    .map(row -> result(row.externalId(), known, matched, created))
                    .toList());
        });
    }

    /** Those that have no namesake here; the others are put among the matched. */
    private List<RankRow> fresh(List<RankRow> rows, Map<String, Object> known, Map<String, Long> matched) {
        List<Namesake> namesakes = ranks.namesakes(rows);
        Set<String> names = new HashSet<>();
        List<RankRow> fresh = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            RankRow row = rows.get(i);
            Namesake namesake = namesakes.get(i);
            if (known.containsKey(row.externalId())) {
                continue;
            }
            if (!names.add(namesake.folded()) || namesake.externalId() != null) {
                throw new RowRefused("/ranks/%d/name".formatted(i), new Duplicate("The name " + row.name()));
            }
            if (namesake.id() == null) {
                fresh.add(row);
            } else {
                matched.put(row.externalId(), namesake.id());
            }
        }
        return fresh;
    }

    private static Result result(
            String externalId, Map<String, Object> known, Map<String, Long> matched, Map<String, Long> created) {
        @Nullable Object id = known.get(externalId);
        if (id != null) {
            return new Result(externalId, id, Outcome.UNCHANGED);
        }
        @Nullable Long match = matched.get(externalId);
        return match == null
                ? new Result(externalId, Objects.requireNonNull(created.get(externalId)), Outcome.CREATED)
                : new Result(externalId, match, Outcome.MATCHED);
    }
}
