package kontor.identity.importing;

import java.util.List;
import java.util.Map;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
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
        return turn.take(key, new Sent<>(source, "rank", "ranks", rows, RankRow::externalId), batch -> {
            batch.match("name", "name", RankRow::name);
            List<RankRow> fresh = List.copyOf(batch.fresh().values());
            Map<String, Long> created = ranks.create(source, fresh);
            batch.created(created);
            news.ranks(fresh, created, batch.matched());
        });
    }
}
