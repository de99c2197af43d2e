package kontor.order.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.PurchaseBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks catalog and ledger again for what they have not decided, and gives a purchase up that the catalog leaves PENDING
 * (O-20, O-23). What the ledger decides is never given up. The row lock keeps two instances from the same purchase.
 */
@Service
class Chasing {

    private final PurchaseBook book;
    private final MarketSettings settings;
    private final Clock clock;

    Chasing(PurchaseBook book, MarketSettings settings, Clock clock) {
        this.book = book;
        this.settings = settings;
        this.clock = clock;
    }

    /** False if there is nothing to do. */
    @Transactional
    public boolean askNext() {
        Instant now = clock.instant();
        Instant overdue = now.minus(settings.order().pendingTimeout());
        Optional<LockedPurchase> due =
                book.lockUndecided(now.minus(settings.order().reaskInterval()), overdue);
        due.ifPresent(purchase -> {
            if (purchase.isPending() && !purchase.submittedAt().isAfter(overdue)) {
                purchase.reject("unavailable", List.of());
                book.keep(purchase);
            } else {
                book.askAgain(purchase, now);
            }
        });
        return due.isPresent();
    }
}
