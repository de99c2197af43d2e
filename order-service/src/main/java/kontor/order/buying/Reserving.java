package kontor.order.buying;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import kontor.order.address.Address;
import kontor.order.purchase.LockedPurchase;
import kontor.order.purchase.PurchaseBook;
import kontor.order.purchase.PurchaseFact.Failure;
import kontor.platform.rejection.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies what the catalog has answered; an answer to what is decided already changes nothing (O-20). */
@Service
class Reserving {

    /** Nothing named: the purchase had ended before the catalog was asked. */
    private static final String UNAVAILABLE = "unavailable";

    private final PurchaseBook book;
    private final Clock clock;

    Reserving(PurchaseBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @Transactional
    public void prepare(Collection<Long> purchases) {
        book.lockAll(purchases);
    }

    /** The sender's address is that of the first line, however the catalog orders them. */
    @Transactional
    public void reserved(long purchaseId, LongFunction<Address> shipFrom) {
        decide(purchaseId, purchase -> purchase.accept(shipFrom.apply(purchase.firstListingId()), clock.instant()));
    }

    @Transactional
    public void refused(long purchaseId, List<Failure> failures) {
        String code = failures.isEmpty() ? UNAVAILABLE : failures.getFirst().code();
        decide(purchaseId, purchase -> purchase.reject(code, failures));
    }

    private void decide(long purchaseId, Consumer<LockedPurchase> decision) {
        LockedPurchase purchase = book.find(purchaseId).orElseThrow(NotFound::new);
        decision.accept(purchase);
        book.keep(purchase);
    }
}
