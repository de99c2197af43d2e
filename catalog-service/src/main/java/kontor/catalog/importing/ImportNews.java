package kontor.catalog.importing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kontor.catalog.core.StockPolicy;
import kontor.catalog.product.Assortment;
import kontor.catalog.stock.MoveKind;
import kontor.catalog.stock.Movement;
import kontor.catalog.stock.Warehouse;
import kontor.platform.store.Audit;
import org.springframework.stereotype.Component;

/** What follows from rows that were taken over: facts, stocks, states and one audit row for each (G-44, G-45). */
@Component
class ImportNews {

    private final ImportEvents events;
    private final Warehouse warehouse;
    private final Assortment assortment;
    private final Audit audit;

    ImportNews(ImportEvents events, Warehouse warehouse, Assortment assortment, Audit audit) {
        this.events = events;
        this.warehouse = warehouse;
        this.assortment = assortment;
        this.audit = audit;
    }

    void tags(List<TagRow> rows, Map<String, Long> created, Collection<Long> matched, UUID adminId) {
        events.tags(rows, created, adminId);
        List<Long> all = new ArrayList<>(created.values());
        all.addAll(matched);
        audit.recordAll("import-tag", "tag", all);
    }

    /**
     * @param ids of the products, by external id
     * @param priceIds of their prices, by external id
     */
    void products(List<ProductRow> rows, Map<String, Long> ids, Map<String, Long> priceIds) {
        warehouse.begin(rows.stream()
                .filter(row -> row.stockPolicy() == StockPolicy.TRACKED)
                .map(row -> id(ids, row))
                .toList());
        events.products(rows, ids, priceIds);
        rows.stream().filter(row -> row.opening() > 0).forEach(row -> open(row, id(ids, row)));
        warehouse.flush();
        assortment.tellAgain(ids.values());
        audit.recordAll("import-product", "product", ids.values());
    }

    /** The pieces that are there come in as one movement (G-41); its event is of now, as what follows from facts. */
    private void open(ProductRow row, long id) {
        warehouse.take(new Movement(id, MoveKind.OPENING, row.opening(), row.createdAt(), "opening:" + id, null));
    }

    private static long id(Map<String, Long> ids, ProductRow row) {
        return Objects.requireNonNull(ids.get(row.externalId()));
    }
}
