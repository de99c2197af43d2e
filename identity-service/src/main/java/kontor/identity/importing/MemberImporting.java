package kontor.identity.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.identity.importing.ImportReport.Outcome;
import kontor.identity.importing.ImportReport.Result;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.RowRefused;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over members: registered when they were there, without log-in, and verified only by their histories. */
@Service
class MemberImporting {

    private final ImportTurn turn;
    private final ImportedMembers members;
    private final ImportNews news;
    private final Clock clock;

    MemberImporting(ImportTurn turn, ImportedMembers members, ImportNews news, Clock clock) {
        this.turn = turn;
        this.members = members;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    ImportReport take(String source, List<MemberRow> rows, RequestKey key) {
        return turn.take(key, () -> {
            ImportTurn.requireDistinct("members", rows, MemberRow::externalId);
            Map<String, Object> known = turn.known(
                    "member", source, rows.stream().map(MemberRow::externalId).toList());
            List<MemberRow> fresh = fresh(rows, known);
            List<UUID> ids = members.create(source, fresh);
            Map<String, UUID> created = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                created.put(fresh.get(i).externalId(), ids.get(i));
            }
            news.members(fresh, ids);
            return new ImportReport(rows.stream()
                    .map(row -> result(row.externalId(), known, created))
                    .toList());
        });
    }

    private List<MemberRow> fresh(List<MemberRow> rows, Map<String, Object> known) {
        Instant now = clock.instant();
        List<MemberRow> fresh = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            MemberRow row = rows.get(i);
            if (known.containsKey(row.externalId())) {
                continue;
            }
            if (row.createdAt().isAfter(now)) {
                throw new RowRefused("/members/%d/createdAt".formatted(i), new InFuture());
            }
            fresh.add(row);
        }
        return fresh;
    }

    private static Result result(String externalId, Map<String, Object> known, Map<String, UUID> created) {
        return known.containsKey(externalId)
                ? new Result(externalId, Objects.requireNonNull(known.get(externalId)), Outcome.UNCHANGED)
                : new Result(externalId, Objects.requireNonNull(created.get(externalId)), Outcome.CREATED);
    }
}
