package kontor.order.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import kontor.order.party.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An order whose row is locked until the transaction ends, so that what is decided on it holds. What it says is kept by
 * {@link OrderBook#keep}. Refusals: {@code already-in-state}, {@code not-allowed-in-state}, {@code action-in-progress},
 * {@code invoice-exists}.
 */
public interface LockedOrder {

    long id();

    long customerId();

    long version();

    Instant placedAt();

    boolean isPending();

    Terms terms();

    /** What may be edited of an order. */
    record Terms(Instant deadline, @Nullable Long billingSiteId, long paymentMethodId) {}

    /**
     * What happens by itself when an order moves.
     *
     * @param isInvoicedWhenDelivered whether an order of these items is, once it is delivered and ready
     */
    record Policy(boolean isRolledUp, Predicate<List<OrderBody.Item>> isInvoicedWhenDelivered) {}

    /** The catalog has reserved all lines; without effect on an order that is decided already. */
    void accept();

    /** Nothing is reserved; without effect on an order that is decided already. */
    void reject(String code, List<OrderFact.Refused> lines);

    /** Asks the catalog once more, for the lines or for the amounts that are not decided. */
    void askAgain(Instant now);

    /** Moves the order and the items that stand where it stood (O-4, O-5). */
    void move(OrderStatus to, Actor actor, Instant now, Policy policy);

    /** Moves one item, or cancels it, and raises the order if its items say so (O-4, O-6, O-7). */
    void moveItem(long itemId, OrderStatus to, Actor actor, Instant now, Policy policy);

    /** Cancels all live items (O-7). */
    void cancel(Actor actor);

    /** {@code not-found} if it is no item of the order. */
    ItemTerms item(long itemId);

    /** All items as they are told. */
    List<OrderBody.Item> lines();

    /** What may be edited of an item, with its version. */
    record ItemTerms(long unitPriceMinor, int amount, long version) {}

    /**
     * Sets the price at once; another amount is asked for and comes, with the price, when the catalog agrees (O-8).
     *
     * @return the question, empty if everything is settled
     */
    Optional<Long> changeItem(long itemId, ItemChange change, Actor actor, Instant now);

    /** The wanted price and amount; the number is that of the question, should it be one. */
    record ItemChange(long unitPriceMinor, int amount, long nextRequestId) {}

    /** The catalog's answer to a question for another amount; any other than the open question is ignored. */
    void answer(long requestId, @Nullable String refusedCode);

    /** Whether it says something else now. {@code wrong-order} if the deadline lies before the placing. */
    boolean edit(Terms wanted);

    /**
     * Answers whether it may be invoiced, and holds it if so (O-11).
     *
     * @param isInRange whether an invoice of it stays within the range of money (G-8)
     * @return null, or the code of the refusal
     */
    @Nullable
    String release(long requestId, UUID requestedBy, boolean isInRange);

    /** Says once more what was answered. */
    void repeatAnswer(long requestId, UUID requestedBy, @Nullable String refusedCode);

    /** It has a live invoice now. */
    void invoiced(long invoiceId);

    /** Its invoice is cancelled: whether this was its live one. */
    boolean uninvoiced(long invoiceId);
}
