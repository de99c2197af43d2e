package kontor.order.placing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.order.order.LockedOrder;
import kontor.order.order.OrderBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the catalog again for what it has not decided, and gives an order up when its time is over (O-3). The row lock
 * keeps two instances from the same order.
 */
@Service
class AskingAgain {

    private final OrderBook book;
    private final OrderSettings settings;
    private final Clock clock;

    AskingAgain(OrderBook book, OrderSettings settings, Clock clock) {
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /** False if there is nothing to do. */
    @Transactional
    public boolean askNext() {
        Instant now = clock.instant();
        Instant overdue = now.minus(settings.pendingTimeout());
        Optional<LockedOrder> due = book.lockUndecided(now.minus(settings.reaskInterval()), overdue);
        due.ifPresent(order -> {
            if (order.isPending() && !order.placedAt().isAfter(overdue)) {
                order.reject("unavailable", List.of());
            } else {
                order.askAgain(now);
            }
            book.keep(order);
        });
        return due.isPresent();
    }
}
