package kontor.catalog.stock;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.rejection.InFuture;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a stock right by hand (C-19). */
@Service
class Correcting {

    /** Far from what an int holds, so that no sum of moves can overflow. */
    private static final int PIECES_MOST = 1_000_000_000;

    private final Warehouse warehouse;
    private final StockLists views;
    private final Replies replies;
    private final Audit audit;
    private final Clock clock;

    Correcting(Warehouse warehouse, StockLists views, Replies replies, Audit audit, Clock clock) {
        this.warehouse = warehouse;
        this.views = views;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public MoveView correct(CorrectStock command) {
        return replies.once(command.key(), MoveView.class, () -> {
            views.stock(command.productId(), true);
            Stock stock = warehouse.lock(command.productId()).orElseThrow(UntrackedProduct::new);
            StockMove move = warehouse.move(stock, movement(command));
            requireSane(stock);
            warehouse.flush();
            audit.record("correct-stock", "product", command.productId());
            return views.move(command.productId(), move.id());
        });
    }

    private Movement movement(CorrectStock command) {
        Instant now = clock.instant();
        Instant at = command.at() == null ? now : command.at();
        if (at.isAfter(now)) {
            throw new InFuture();
        }
        String ref = "correction:" + UUID.randomUUID();
        return new Movement(command.productId(), MoveKind.CORRECTION, command.delta(), at, ref, command.reason());
    }

    private static void requireSane(Stock stock) {
        if (Math.abs(stock.onHand()) > PIECES_MOST) {
            throw new AmountOutOfRange();
        }
    }
}
