package kontor.catalog.importing.foundation;

import java.util.List;
import java.util.UUID;
import kontor.catalog.importing.ImportTurn;
import kontor.catalog.importing.foundation.ImportedCategories.Placed;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a category tree: one of the same name here is the same category, the others are new. */
@Service
class CategoryImporting {

    private final ImportTurn turn;
    private final ImportedCategories categories;
    private final FoundationNews news;

    CategoryImporting(ImportTurn turn, ImportedCategories categories, FoundationNews news) {
        this.turn = turn;
        this.categories = categories;
        this.news = news;
    }

    @Transactional
    public ImportReport take(String source, List<CategoryRow> rows, UUID adminId, RequestKey key) {
        return turn.take(key, new Sent<>(source, "category", "categories", rows, CategoryRow::externalId), batch -> {
            batch.match("name", "name", CategoryRow::name);
            List<Placed> placed = categories.create(source, batch.fresh());
            batch.created(ImportedCategories.ids(placed));
            news.categories(placed, batch.matched(), adminId);
        });
    }
}
