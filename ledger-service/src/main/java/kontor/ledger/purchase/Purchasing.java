package kontor.ledger.purchase;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import kontor.platform.Rejection;
import kontor.platform.rejection.Unavailable;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;

/**
 * Buys at the shelf (L-7 to L-11): books by what is remembered, and looks for the reason only if nothing was booked.
 */
@Service
class Purchasing {

    /** Each further one means that member or product changed between look and booking. */
    private static final int ATTEMPTS = 5;

    private final Pricing pricing;
    private final Till till;
    private final Replies replies;
    private final MeterRegistry meters;

    Purchasing(Pricing pricing, Till till, Replies replies, MeterRegistry meters) {
        this.pricing = pricing;
        this.till = till;
        this.replies = replies;
        this.meters = meters;
    }

    PurchaseReceipt purchase(MakePurchase command) {
        try {
            return book(command);
        } catch (Rejection refusal) {
            meters.counter("ledger.shelf.refusals", "code", refusal.code()).increment();
            throw refusal;
        }
    }

    private PurchaseReceipt book(MakePurchase command) {
        Optional<Pricing.Cart> cart = pricing.byMemory(command);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<PurchaseReceipt> receipt = cart.flatMap(priced -> till.book(command, priced));
            if (receipt.isPresent()) {
                return receipt.get();
            }
            // Before any reason counts: a repeated request gets its first answer, whatever has changed since.
            Optional<PurchaseReceipt> answered = replies.stored(command.request(), PurchaseReceipt.class);
            if (answered.isPresent()) {
                return answered.get();
            }
            Pricing.Cart judged = pricing.byTables(command);
            till.requireCredit(command, judged);
            cart = Optional.of(judged);
        }
        throw new Unavailable("The account");
    }
}
