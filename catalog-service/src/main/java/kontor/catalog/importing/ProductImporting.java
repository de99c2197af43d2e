package kontor.catalog.importing;

import java.util.List;
import java.util.Map;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
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
        return turn.take(key, new Sent<>(source, "product", "products", rows, ProductRow::externalId), batch -> {
            check.judge(source, batch.fresh());
            batch.created(create(source, List.copyOf(batch.fresh().values())));
        });
    }

    private Map<String, Long> create(String source, List<ProductRow> rows) {
        Map<String, Long> ids = products.create(source, rows);
        products.tag(rows, ids);
        news.products(rows, ids, products.price(source, rows, ids));
        return ids;
    }
}
