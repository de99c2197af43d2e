package kontor.ledger.escrow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import java.util.function.LongFunction;
import kontor.ledger.account.Money;
import kontor.ledger.escrow.FirstAnswers.AdjustmentAnswer;
import kontor.ledger.escrow.FirstAnswers.PaymentAnswer;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested.Direction;
import kontor.ledger.escrow.MarketFact.PaymentRequested;
import kontor.ledger.escrow.MarketFact.PurchaseCancelled;
import kontor.ledger.escrow.MarketFact.PurchaseDone;
import kontor.platform.AggregateRoot;
import org.jspecify.annotations.Nullable;

/**
 * What became of the money of one purchase; what it holds is the balance of its account. Locked while anything of it
 * changes.
 */
@Entity
class Escrow extends AggregateRoot {

    static final String UNKNOWN = "unknown-reference";
    static final String REFUND_LIMIT = "refund-limit";
    static final String OUT_OF_RANGE = "amount-out-of-range";

    @Id
    @Column(updatable = false)
    private long purchaseId;

    @Column(updatable = false)
    private UUID buyerId;

    @Column(updatable = false)
    private UUID sellerId;

    @Column(updatable = false)
    private long totalMinor;

    /** Whether the total came in from outside, to the cash account. */
    private boolean external;

    /** What the buyer has paid: the total and additional payments, less refunds; 0 once he has it all again. */
    private long paidMinor;

    /** What the shop took when it was released. */
    @Column
    private @Nullable Long feesMinor;

    @Enumerated(EnumType.STRING)
    private Status status = Status.OPEN;

    /** Number of the last fact told of it. */
    private long version;

    /** What became of the money. */
    enum Status {
        /** Asked for, not paid. */
        OPEN,
        /** Held until the parcel arrives. */
        FUNDED,
        /** Gone to the seller and the fees. */
        RELEASED,
        /** Gone back to the buyer. */
        RETURNED
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected Escrow() {}

    /** Not paid yet. */
    Escrow(PaymentRequested request) {
        purchaseId = request.purchaseId();
        buyerId = request.buyerId();
        sellerId = request.sellerId();
        totalMinor = request.totalMinor();
    }

    /** Whether the fact can have happened to it. A question always can: the answer may be no. */
    boolean takes(MarketFact fact) {
        return switch (fact) {
            case PaymentRequested ignored -> true;
            case AdjustmentRequested ignored -> status != Status.OPEN;
            case PurchaseDone ignored -> status == Status.FUNDED || status == Status.RELEASED;
            case PurchaseCancelled ignored -> status == Status.FUNDED || status == Status.RETURNED;
        };
    }

    /** Debits the buyer, or the cash account if the money came in from outside. */
    Split payment(boolean isExternal) {
        return new Split(totalMinor, 0, isExternal ? 0 : -totalMinor, 0, isExternal ? -totalMinor : 0);
    }

    void pay(boolean isExternal) {
        status = Status.FUNDED;
        external = isExternal;
        paidMinor = totalMinor;
    }

    /** The fee is taken first; the seller gets the rest, or owes it (O-29). */
    Split release(long heldMinor, long fees, Instant now) {
        status = Status.RELEASED;
        feesMinor = fees;
        Split split = new Split(-heldMinor, heldMinor - fees, 0, fees, 0);
        announce(fact ->
                new EscrowFact.EscrowReleased(purchaseId, sellerId, heldMinor, fees, split.sellerMinor(), now, fact));
        return split;
    }

    /** The buyer gets all he has paid so far, out of escrow and of what the seller has got already (O-30). */
    Split giveBack(long heldMinor, Instant now) {
        Split split = new Split(-heldMinor, heldMinor - paidMinor, paidMinor, 0, 0);
        status = Status.RETURNED;
        paidMinor = 0;
        announce(fact -> new EscrowFact.EscrowReturned(
                purchaseId, buyerId, sellerId, heldMinor, split.sellerMinor(), split.buyerMinor(), now, fact));
        return split;
    }

    /** A refund comes from escrow, and from the seller what escrow lacks; an additional payment goes past escrow. */
    Split adjustment(AdjustmentRequested request, long heldMinor) {
        long value = request.valueMinor();
        if (request.direction() == Direction.ADDITIONAL) {
            return new Split(0, value, -value, 0, 0);
        }
        long fromEscrow = Math.min(value, heldMinor);
        return new Split(-fromEscrow, fromEscrow - value, value, 0, 0);
    }

    /** Why it cannot be adjusted so, whoever has which credit; order-service asks for nothing of the kind (O-28). */
    @Nullable
    String objection(AdjustmentRequested request) {
        if (status == Status.RETURNED) {
            return UNKNOWN;
        }
        return switch (request.direction()) {
            case REFUND -> request.valueMinor() > paidMinor ? REFUND_LIMIT : null;
            // Beyond the range it could not be given back by one entry.
            case ADDITIONAL -> paidMinor + request.valueMinor() > Money.MOST_MINOR ? OUT_OF_RANGE : null;
        };
    }

    void adjust(Split split) {
        paidMinor -= split.buyerMinor();
    }

    /** Tells the answer to a request for payment, as often as it is asked for. */
    void tell(PaymentAnswer answer) {
        @Nullable String code = answer.code();
        announce(fact -> code == null
                ? new EscrowFact.EscrowFunded(
                        purchaseId, answer.requestId(), buyerId, totalMinor, external, answer.at(), fact)
                : new EscrowFact.EscrowRefused(purchaseId, answer.requestId(), code, answer.at(), fact));
    }

    /** The same for an adjustment. */
    void tell(AdjustmentAnswer answer) {
        announce(answer::told);
    }

    /** The number of the fact is that of the moment it is told in. */
    private void announce(LongFunction<EscrowFact> told) {
        long fact = ++version;
        announce(() -> told.apply(fact));
    }

    long purchaseId() {
        return purchaseId;
    }

    UUID buyerId() {
        return buyerId;
    }

    UUID sellerId() {
        return sellerId;
    }

    long totalMinor() {
        return totalMinor;
    }

    boolean isFunded() {
        return status == Status.FUNDED;
    }

    Status status() {
        return status;
    }

    long paidMinor() {
        return paidMinor;
    }

    /** Of the transfer that a step posts, once (L-2). */
    String reference(String step) {
        return "market:%d:%s".formatted(purchaseId, step);
    }
}
