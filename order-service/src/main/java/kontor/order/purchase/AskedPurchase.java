package kontor.order.purchase;

import static kontor.order.purchase.PurchaseStatus.OPEN;
import static kontor.order.purchase.PurchaseStatus.PAID;
import static kontor.order.purchase.PurchaseStatus.REJECTED;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.List;
import kontor.order.address.Address;
import kontor.order.party.Actor;
import kontor.platform.messaging.EventJson;

/** What a purchase asks of catalog and ledger, and what becomes of it by their answers (O-20, O-23, O-28). */
@MappedSuperclass
abstract class AskedPurchase extends StandingPurchase implements LockedPurchase {

    protected AskedPurchase() {}

    AskedPurchase(NewPurchase purchase) {
        super(purchase);
    }

    @Override
    public void accept(Address from, Instant now) {
        if (isPending()) {
            sendFrom(from);
            stand(OPEN, now);
            tell(number -> new PurchaseFact.PurchaseOpened(body(), submitter(), number));
            decided();
        }
    }

    @Override
    public void reject(String code, List<PurchaseFact.Failure> failures) {
        if (isPending()) {
            becauseOf(EventJson.write(new PurchaseFact.Refusal(code, failures)));
            stand(REJECTED, submittedAt());
            tell(number -> new PurchaseFact.PurchaseRejected(body(), code, failures, Actor.SYSTEM, number));
            decided();
        }
    }

    @Override
    public void askAgain(Instant now) {
        asked(now);
        tell(number -> new PurchaseFact.PurchaseSubmitted(body(), submitter(), number));
    }

    @Override
    public void askAgain(PurchasePayment payment, Instant now) {
        asked(now);
        tellRequest(payment);
    }

    @Override
    public void askAgain(Adjustment adjustment, Instant now) {
        asked(now);
        tellRequest(adjustment);
    }

    void ask(PurchasePayment payment, Instant now) {
        waitFor(new Pending(Action.PAYMENT, payment.id()), now);
        tellRequest(payment);
    }

    void ask(Adjustment adjustment, Instant now) {
        waitFor(new Pending(Action.ADJUSTMENT, adjustment.id()), now);
        tellRequest(adjustment);
    }

    private void tellRequest(PurchasePayment payment) {
        tell(number -> new PurchaseFact.PurchasePaymentRequested(
                body(), payment.id(), payment.external(), payment.by(), number));
    }

    private void tellRequest(Adjustment adjustment) {
        tell(number -> new PurchaseFact.AdjustmentRequested(body(adjustment), adjustment.by(), number));
    }

    @Override
    public void paid(PurchasePayment payment, Instant now) {
        waitNoLonger();
        stand(PAID, now);
        tell(number -> new PurchaseFact.PurchasePaid(body(), payment.id(), payment.external(), payment.by(), number));
    }

    @Override
    public void refused(PurchasePayment payment, String code) {
        waitNoLonger();
        tell(number -> new PurchaseFact.PurchasePaymentRefused(body(), payment.id(), code, payment.by(), number));
    }

    @Override
    public void booked(Adjustment adjustment) {
        waitNoLonger();
        adjusted(adjustment.direction(), adjustment.valueMinor());
        tell(number -> new PurchaseFact.AdjustmentMade(body(adjustment), adjustment.by(), number));
    }

    @Override
    public void refused(Adjustment adjustment, String code) {
        waitNoLonger();
        tell(number -> new PurchaseFact.AdjustmentDeclined(body(adjustment), code, adjustment.by(), number));
    }

    private PurchaseFact.AdjustmentBody body(Adjustment adjustment) {
        return new PurchaseFact.AdjustmentBody(
                id(),
                adjustment.id(),
                buyerId(),
                sellerId(),
                adjustment.receiverId(),
                adjustment.direction(),
                adjustment.valueMinor(),
                status(),
                adjustment.at());
    }
}
