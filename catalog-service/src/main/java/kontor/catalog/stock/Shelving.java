package kontor.catalog.stock;

import java.time.Instant;
import java.util.Collection;
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

    /** Before a transaction follows many facts: locks all stocks in one order, as every other transaction does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void prepare(Collection<Long> productIds) {
        warehouse.lockAll(productIds);
    }

    /** A switch moves only what the purchase itself has moved: it may have been made while nobody counted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Switched fact) {
        warehouse
                .lock(fact.productId())
                .filter(stock -> fact.version() == MADE || warehouse.hasMoved(ref(fact.purchaseId(), MADE)))
                .ifPresent(stock -> warehouse.move(stock, fact.movement()));
    }

    private static String ref(long purchaseId, long version) {
        return "shelf:%d:%d".formatted(purchaseId, version);
    }
}
