package kontor.catalog.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kontor.catalog.importing.ImportReport.Outcome;
import kontor.catalog.importing.ImportReport.Result;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over products with their prices; the state that others see is told once, with the newest price. */
@Service
class ProductImporting {

    private final ImportTurn turn;
    private final ProductCheck check;
    private final ImportedProducts products;
    private final ImportNews news;

    ProductImporting(ImportTurn turn, ProductCheck check, ImportedProducts products, ImportNews news) {
        this.turn = turn;
        this.check = check;
        this.products = products;
        this.news = news;
    }

    @Transactional
    public ImportReport take(String source, List<ProductRow> rows, RequestKey key) {
        return turn.take(key, () -> {
            ImportTurn.requireDistinct("products", rows, ProductRow::externalId);
            Map<String, Long> known = turn.known(
                    "product", source, rows.stream().map(ProductRow::externalId).toList());
            SortedMap<Integer, ProductRow> fresh = new TreeMap<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!known.containsKey(rows.get(i).externalId())) {
                    fresh.put(i, rows.get(i));
                }
            }
            check.judge(source, fresh);
            Map<String, Long> created = create(source, List.copyOf(fresh.values()));
            return new ImportReport(rows.stream()
                    .map(row -> result(row.externalId(), known, created))
                    .toList());
        });
    }

    private Map<String, Long> create(String source, List<ProductRow> rows) {
        Map<String, Long> ids = products.create(source, rows);
        products.tag(rows, ids);
        news.products(rows, ids, products.price(source, rows, ids));
        return ids;
    }

    private static Result result(String externalId, Map<String, Long> known, Map<String, Long> created) {
        return known.containsKey(externalId)
                ? new Result(externalId, Objects.requireNonNull(known.get(externalId)), Outcome.UNCHANGED)
                : new Result(externalId, Objects.requireNonNull(created.get(externalId)), Outcome.CREATED);
    }
}
