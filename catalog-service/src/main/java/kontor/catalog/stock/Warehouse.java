package kontor.catalog.stock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import kontor.catalog.product.ProductChanged;
import kontor.catalog.product.ProductCreated;
import kontor.platform.rejection.InUse;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All stocks together: begins and ends counting, takes what moves, promises, and starts from what was counted. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Warehouse {

    /** Bounds a statement; a stocktaking may count thousands of products. */
    private static final int BATCH = 500;

    private final Stocks stocks;
    private final StockMoves moves;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Warehouse(Stocks stocks, StockMoves moves, ApplicationEventPublisher news, Clock clock) {
        this.stocks = stocks;
        this.moves = moves;
        this.news = news;
        this.clock = clock;
    }

    /** Locks the stocks of many products in id order, as every transaction does that holds more than one. */
    public void lockAll(Collection<Long> productIds) {
        allLocked(productIds);
    }

    /** The same, and gives those of the products that are counted. */
    List<Stock> allLocked(Collection<Long> productIds) {
        List<Long> sorted = productIds.stream().distinct().sorted().toList();
        List<Stock> locked = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            locked.addAll(stocks.lockAll(sorted.subList(from, Math.min(from + BATCH, sorted.size()))));
        }
        return locked.stream().filter(Stock::isTracked).toList();
    }

    /** Whether the product is counted; it stays so until the transaction ends. */
    public boolean isCounted(long productId) {
        return lock(productId).isPresent();
    }

    /** Pieces that can be promised; empty if the product is not counted. It stays so until the transaction ends. */
    public OptionalInt available(long productId) {
        return lock(productId).map(Stock::available).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Promises pieces of a counted product, or takes the promise back (below zero). */
    public void hold(long productId, int pieces) {
        Stock stock = lock(productId).orElseThrow(() -> new IllegalStateException("Nobody counts " + productId + "."));
        stock.hold(pieces);
        stocks.save(stock);
    }

    /** Takes what moved, if the product is counted. */
    public void take(Movement movement) {
        take(movement, 0);
    }

    /**
     * Takes what moved, if the product is counted; gives what was recorded, 0 if it is not.
     *
     * @param promised how many of the pieces had been promised and are so no more
     */
    public int take(Movement movement, int promised) {
        return lock(movement.productId())
                .map(stock -> move(stock, movement, promised).delta())
                .orElse(0);
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
        return stocks.findById(productId).filter(Stock::isTracked);
    }

    /** Stores a move of a locked stock. */
    StockMove move(Stock stock, Movement movement) {
        return move(stock, movement, 0);
    }

    private StockMove move(Stock stock, Movement movement, int promised) {
        StockMove move = moves.save(new StockMove(movement, clock.instant()));
        stock.take(move, promised);
        stock.tell(news::publishEvent);
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
        Stock stock = stocks.findById(event.productId()).orElseGet(() -> new Stock(event.productId()));
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
