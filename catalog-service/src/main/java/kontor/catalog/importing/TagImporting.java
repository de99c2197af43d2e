package kontor.catalog.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kontor.catalog.importing.ImportReport.Outcome;
import kontor.catalog.importing.ImportReport.Result;
import kontor.catalog.importing.ImportedTags.Namesake;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.RowRefused;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over tags: one of the same name here is the same tag, the others are new. */
@Service
class TagImporting {

    private final ImportTurn turn;
    private final ImportedTags tags;
    private final ImportNews news;

    TagImporting(ImportTurn turn, ImportedTags tags, ImportNews news) {
        this.turn = turn;
        this.tags = tags;
        this.news = news;
    }

    @Transactional
    public ImportReport take(String source, List<TagRow> rows, UUID adminId, RequestKey key) {
        return turn.take(key, () -> {
            ImportTurn.requireDistinct("tags", rows, TagRow::externalId);
            Map<String, Long> known = turn.known(
                    "tag", source, rows.stream().map(TagRow::externalId).toList());
            Map<String, Long> matched = new HashMap<>();
            List<TagRow> fresh = fresh(rows, known, matched);
            tags.match(source, matched);
            Map<String, Long> created = tags.create(source, fresh, adminId);
            news.tags(fresh, created, matched.values(), adminId);
            return new ImportReport(rows.stream()
                    .map(row -> result(row.externalId(), known, matched, created))
                    .toList());
        });
    }

    /** Those that have no namesake here; the others are put among the matched. */
    private List<TagRow> fresh(List<TagRow> rows, Map<String, Long> known, Map<String, Long> matched) {
        List<Namesake> namesakes = tags.namesakes(rows);
        Set<String> names = new HashSet<>();
        List<TagRow> fresh = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TagRow row = rows.get(i);
            Namesake namesake = namesakes.get(i);
            if (known.containsKey(row.externalId())) {
                continue;
            }
            if (!names.add(namesake.folded()) || namesake.externalId() != null) {
                throw new RowRefused("/tags/%d/name".formatted(i), new Duplicate("The name"));
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
            String externalId, Map<String, Long> known, Map<String, Long> matched, Map<String, Long> created) {
        @Nullable Long id = known.get(externalId);
        if (id != null) {
            return new Result(externalId, id, Outcome.UNCHANGED);
        }
        @Nullable Long match = matched.get(externalId);
        return match == null
                ? new Result(externalId, Objects.requireNonNull(created.get(externalId)), Outcome.CREATED)
                : new Result(externalId, match, Outcome.MATCHED);
    }
}
