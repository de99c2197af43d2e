package kontor.catalog.importing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
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
        return turn.take(key, new Sent<>(source, "tag", "tags", rows, TagRow::externalId), batch -> {
            batch.match("name", "name", TagRow::name);
            List<TagRow> fresh = List.copyOf(batch.fresh().values());
            Map<String, Long> created = tags.create(source, fresh, adminId);
            batch.created(created);
            news.tags(fresh, created, batch.matched(), adminId);
        });
    }
}
