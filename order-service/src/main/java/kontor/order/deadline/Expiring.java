package kontor.order.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import kontor.order.party.Actor;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.PurchaseBook;
import kontor.platform.store.PlatformSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels what is not paid in time or has lost a party (O-32), and takes for arrived what nobody complains of. Whatever
 * the ledger still decides on waits. The row lock keeps two instances from the same purchase.
 */
@Service
class Expiring {

    private final PurchaseBook book;
    private final MarketSettings settings;
    private final PlatformSettings shop;
    private final Clock clock;

    Expiring(PurchaseBook book, MarketSettings settings, PlatformSettings shop, Clock clock) {
        this.book = book;
        this.settings = settings;
        this.shop = shop;
        this.clock = clock;
    }

    /** False if there is nothing to do. */
    @Transactional
    public boolean cancelUnpaid() {
        Instant now = clock.instant();
        return take(
                book.lockUnpaid(daysBefore(now, settings.market().unpaidDays())), purchase -> cancel(purchase, now));
    }

    /** False if there is nothing to do. */
    @Transactional
    public boolean finishUnconfirmed() {
        Instant now = clock.instant();
        return take(
                book.lockUnconfirmed(daysBefore(now, settings.market().unconfirmedDays())),
                purchase -> purchase.confirm(Actor.SYSTEM, now));
    }

    /** False if there is nothing to do. */
    @Transactional
    public boolean cancelAbandoned() {
        return take(book.lockAbandoned(), purchase -> cancel(purchase, clock.instant()));
    }

    private void cancel(LockedPurchase purchase, Instant now) {
        purchase.cancel(Actor.SYSTEM, book.nextAdjustmentId(), now).ifPresent(book::write);
    }

    private boolean take(Optional<LockedPurchase> due, Consumer<LockedPurchase> step) {
        due.ifPresent(purchase -> {
            step.accept(purchase);
            book.keep(purchase);
        });
        return due.isPresent();
    }

    private Instant daysBefore(Instant now, int days) {
        return now.atZone(shop.zone()).minusDays(days).toInstant();
    }
}
