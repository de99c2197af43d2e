package kontor.catalog.stocktaking;

import java.util.List;
import kontor.catalog.product.Assortment;
import kontor.catalog.stock.Warehouse;
import kontor.platform.store.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows what is counted, and what is corrected, revoked and re-applied of it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Stocktaking {

    private final Counts counts;
    private final Warehouse warehouse;
    private final Assortment assortment;
    private final Audit audit;

    Stocktaking(Counts counts, Warehouse warehouse, Assortment assortment, Audit audit) {
        this.counts = counts;
        this.warehouse = warehouse;
        this.assortment = assortment;
        this.audit = audit;
    }

    /** Before a transaction follows many: locks the catalog, if need be, and then all stocks in one order. */
    public void prepare(List<Stocktaken> all) {
        if (all.stream().anyMatch(one -> !one.soldOut().isEmpty())) {
            assortment.holdStill();
        }
        warehouse.lockAll(all.stream().flatMap(one -> one.productIds().stream()).toList());
    }

    public void follow(Stocktaken told) {
        counts.keep(told);
        counts.starts(told.productIds())
                .forEach(start -> warehouse.rebase(start.productId(), start.base(), start.movedSince()));
        assortment.switchAll(told.soldOut(), false).forEach(id -> audit.record("deactivate-product", "product", id));
    }
}
