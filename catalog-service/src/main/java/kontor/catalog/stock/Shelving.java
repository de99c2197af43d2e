package kontor.catalog.stock;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows what members take from the shelf, and what is switched off and on again (C-15, C-16). */
@Service
class Shelving {

    /** The fact that comes first in the stream of a purchase. */
    private static final long MADE = 1;

    private final Warehouse warehouse;

    Shelving(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * What the ledger told of one purchase.
     *
     * @param version number of the fact in the stream of the purchase
     * @param isTaken whether the pieces are away now
     */
    record Switched(long purchaseId, long version, long productId, int amount, Instant at, boolean isTaken) {

        private Movement movement() {
            return new Movement(
                    productId, MoveKind.SHELF, isTaken ? -amount : amount, at, ref(purchaseId, version), null);
        }
    }

    /** Locks all stocks in one order, as every other transaction does; empty for a product that nobody counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Optional<Stock>> lock(Set<Long> productIds) {
        Map<Long, Optional<Stock>> stocks = new HashMap<>();
        productIds.forEach(id -> stocks.put(id, Optional.empty()));
        warehouse.allLocked(productIds).forEach(stock -> stocks.put(stock.productId(), Optional.of(stock)));
        return stocks;
    }

    /**
     * A switch moves only what the purchase itself has moved: it may have been made while nobody counted.
     *
     * @param stock of the product, locked by this transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Stock stock, Switched fact) {
        if (fact.version() == MADE || warehouse.hasMoved(ref(fact.purchaseId(), MADE))) {
            warehouse.move(stock, fact.movement());
        }
    }

    private static String ref(long purchaseId, long version) {
        return "shelf:%d:%d".formatted(purchaseId, version);
    }
}
