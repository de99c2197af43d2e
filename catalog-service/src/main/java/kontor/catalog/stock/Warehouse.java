package kontor.catalog.stock;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.catalog.product.ProductChanged;
import kontor.catalog.product.ProductCreated;
import kontor.platform.rejection.InUse;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All stocks together: begins and ends counting, takes what moves, and starts from what was counted. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Warehouse {

    /** Bounds a statement; a stocktaking may count thousands of products. */
    private static final int BATCH = 500;

    private final Stocks stocks;
    private final StockMoves moves;
    private final Clock clock;

    Warehouse(Stocks stocks, StockMoves moves, Clock clock) {
        this.stocks = stocks;
        this.moves = moves;
        this.clock = clock;
    }

    /** Locks the stocks of many products in id order, as every transaction does that holds more than one. */
    public void lockAll(Collection<Long> productIds) {
        List<Long> sorted = productIds.stream().distinct().sorted().toList();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            stocks.lockAll(sorted.subList(from, Math.min(from + BATCH, sorted.size())));
        }
    }

    /** Whether the product is counted; it stays so until the transaction ends. */
    public boolean isCounted(long productId) {
        return lock(productId).isPresent();
    }

    /** Takes what moved, if the product is counted. */
    public void take(Movement movement) {
        lock(movement.productId()).ifPresent(stock -> move(stock, movement));
    }

    /**
     * Starts from this count, if the product is counted and its base is another.
     *
     * @param movedSince sum of all moves from the time of the base on
     */
    public void rebase(long productId, Base base, int movedSince) {
        lock(productId).filter(stock -> !stock.base().equals(base)).ifPresent(stock -> {
            stock.rebase(base, movedSince, clock.instant());
            stocks.save(stock);
        });
    }

    /** Makes what was taken so far visible to plain SQL of the same transaction. */
    public void flush() {
        stocks.flush();
    }

    /** Locked until the transaction ends; empty if the product is not counted. */
    Optional<Stock> lock(long productId) {
        return stocks.lock(productId).filter(Stock::isTracked);
    }

    /** Stores a move of a locked stock. */
    StockMove move(Stock stock, Movement movement) {
        StockMove move = moves.save(new StockMove(movement, clock.instant()));
        stock.take(move);
        stocks.save(stock);
        return move;
    }

    boolean hasMoved(String businessRef) {
        return moves.existsByBusinessRef(businessRef);
    }

    /** Begins counting products that are new, as many as there are in one go. */
    public void begin(Collection<Long> productIds) {
        stocks.saveAll(productIds.stream().map(Stock::new).toList());
        stocks.flush();
    }

    @EventListener
    public void on(ProductCreated event) {
        if (event.isTracked()) {
            stocks.saveAndFlush(new Stock(event.productId()));
        }
    }

    @EventListener
    public void on(ProductChanged event) {
        if (!event.hasChangedPolicy()) {
            return;
        }
        Stock stock = stocks.lock(event.productId()).orElseGet(() -> new Stock(event.productId()));
        if (event.isTracked()) {
            stock.track(clock.instant());
        } else if (stock.isReserved()) {
            throw new InUse("Pieces of the product are reserved.");
        } else {
            stock.untrack();
        }
        stocks.saveAndFlush(stock);
    }
}
