package kontor.catalog.stock;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import kontor.catalog.product.ProductChanged;
import kontor.catalog.product.ProductCreated;
import kontor.platform.rejection.InUse;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the stocks: begins and ends counting, and takes what moves. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Stockkeeping {

    private final Stocks stocks;
    private final StockMoves moves;
    private final Clock clock;

    Stockkeeping(Stocks stocks, StockMoves moves, Clock clock) {
        this.stocks = stocks;
        this.moves = moves;
        this.clock = clock;
    }

    /** Locked until the transaction ends; empty if the product is not counted. */
    public Optional<Stock> lock(long productId) {
        return stocks.lock(productId).filter(Stock::isTracked);
    }

    /** Locks the stocks of many products by one query, in id order. */
    public void lockAll(Collection<Long> productIds) {
        stocks.lockAll(productIds);
    }

    /** Stores a move of a locked stock. */
    public StockMove move(Stock stock, Movement movement) {
        StockMove move = moves.save(new StockMove(movement, clock.instant()));
        stock.take(move);
        stocks.save(stock);
        return move;
    }

    /** Makes the moves so far visible to plain SQL of the same transaction. */
    public void flush() {
        stocks.flush();
    }

    public boolean hasMoved(String businessRef) {
        return moves.existsByBusinessRef(businessRef);
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
