package kontor.identity.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
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
        return turn.take(key, new Sent<>(source, "member", "members", rows, MemberRow::externalId), batch -> {
            requirePast(batch.fresh());
            List<MemberRow> fresh = List.copyOf(batch.fresh().values());
            List<UUID> ids = members.create(source, fresh);
            Map<String, UUID> created = new HashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                created.put(fresh.get(i).externalId(), ids.get(i));
            }
            batch.created(created);
            news.members(fresh, ids);
        });
    }

    private void requirePast(SortedMap<Integer, MemberRow> rows) {
        Instant now = clock.instant();
        rows.forEach((no, row) -> {
            if (row.createdAt().isAfter(now)) {
                throw new RowRefused("/members/%d/createdAt".formatted(no), new InFuture());
            }
        });
    }
}
