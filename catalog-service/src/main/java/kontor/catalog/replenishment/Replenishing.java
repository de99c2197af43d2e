package kontor.catalog.replenishment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.catalog.product.Assortment;
import kontor.catalog.replenishment.Replenished.Told;
import kontor.catalog.stock.Warehouse;
import kontor.platform.store.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows what is put on the shelf, and what is corrected, revoked and re-applied of it. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Replenishing {

    private final Lines lines;
    private final Warehouse warehouse;
    private final Assortment assortment;
    private final Audit audit;

    Replenishing(Lines lines, Warehouse warehouse, Assortment assortment, Audit audit) {
        this.lines = lines;
        this.warehouse = warehouse;
        this.assortment = assortment;
        this.audit = audit;
    }

    /** Before a transaction follows many: locks the catalog, if need be, and then all stocks in one order. */
    public void prepare(List<Replenished> all) {
        if (all.stream().anyMatch(Replenished::activates)) {
            assortment.holdStill();
        }
        warehouse.lockAll(all.stream().flatMap(one -> one.productIds().stream()).toList());
    }

    public void follow(Replenished told) {
        Map<Long, Line> known = lines.of(told.collectionId());
        List<Line> moved = new ArrayList<>();
        for (Told line : told.lines()) {
            @Nullable Line before = known.getOrDefault(line.lineId(), first(told, line));
            if (before != null && warehouse.isCounted(line.productId())) {
                before.movements(told.effective(line), told.at()).forEach(warehouse::take);
                moved.add(before.movedTo(told.effective(line), told.at()));
            }
        }
        lines.keep(moved);
        if (told.activates()) {
            assortment
                    .switchAll(told.productIds(), true)
                    .forEach(id -> audit.record("activate-product", "product", id));
        }
    }

    /** A line moves only what itself has moved: it may have been booked while nobody counted the product. */
    private static @Nullable Line first(Replenished told, Told line) {
        return told.isBooked() ? Line.fresh(line.lineId(), told.collectionId(), line.productId(), told.at()) : null;
    }
}
