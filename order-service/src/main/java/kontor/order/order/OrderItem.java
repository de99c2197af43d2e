package kontor.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import kontor.order.party.Actor;
import org.jspecify.annotations.Nullable;

/** An item of an order, which alone changes it; the price is frozen (O-2). */
@Entity
class OrderItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", updatable = false)
    @SuppressWarnings("UnusedVariable") // Hibernate takes the foreign key from it.
    private RetailOrder order;

    @Column(updatable = false)
    private int lineNo;

    @Column(updatable = false)
    private long productId;

    @Column(updatable = false)
    private @Nullable Long productVersion;

    @Column(updatable = false)
    private @Nullable String externalId;

    private int amount;
    private long unitPriceMinor;
    private @Nullable UUID priceSetBy;
    private long statusId;

    private @Nullable Long requestId;
    private @Nullable Integer requestedAmount;
    private @Nullable Long requestedPriceMinor;
    private @Nullable UUID requestedBy;

    @Column
    private @Nullable Instant requestedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable RequestState requestState;

    @Column
    private @Nullable String requestCode;

    /** Counts what changes here; set by hand, since the order is what is locked. */
    private long version = 1;

    /** Already counted in this transaction. */
    @Transient
    private boolean isChanged;

    /** What became of the newest question for another amount. */
    enum RequestState {
        PENDING,
        DONE,
        REFUSED
    }

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected OrderItem() {}

    OrderItem(RetailOrder order, int lineNo, NewOrder.Line line) {
        this.order = order;
        this.lineNo = lineNo;
        productId = line.productId();
        productVersion = line.productVersion();
        amount = line.amount();
        unitPriceMinor = line.unitPriceMinor();
        priceSetBy = line.priceSetBy();
        statusId = OrderStatus.PENDING.id();
    }

    private void changed() {
        version += isChanged ? 0 : 1;
        isChanged = true;
    }

    void moveTo(OrderStatus to) {
        statusId = to.id();
        changed();
    }

    void price(long minor, UUID adminId) {
        unitPriceMinor = minor;
        priceSetBy = adminId;
        changed();
    }

    void amount(int pieces) {
        amount = pieces;
        changed();
    }

    void ask(LockedOrder.ItemChange change, UUID adminId, Instant now) {
        requestId = change.nextRequestId();
        requestedAmount = change.amount();
        requestedPriceMinor = change.unitPriceMinor();
        requestedBy = adminId;
        requestedAt = now;
        requestState = RequestState.PENDING;
        requestCode = null;
        changed();
    }

    void askAgain(Instant now) {
        requestedAt = now;
    }

    void close(@Nullable String refusedCode) {
        requestState = refusedCode == null ? RequestState.DONE : RequestState.REFUSED;
        requestCode = refusedCode;
        changed();
    }

    boolean isAsking() {
        return requestState == RequestState.PENDING;
    }

    boolean isAsking(long question) {
        return isAsking() && Objects.equals(requestId, question);
    }

    long requestId() {
        return Objects.requireNonNull(requestId, "only who asks has a question");
    }

    LockedOrder.ItemChange requested() {
        return new LockedOrder.ItemChange(
                Objects.requireNonNull(requestedPriceMinor), Objects.requireNonNull(requestedAmount), requestId());
    }

    Actor requester() {
        return Actor.admin(Objects.requireNonNull(requestedBy));
    }

    /** Holds no reservation, so its amount is no question (O-9). */
    boolean isImported() {
        return externalId != null;
    }

    OrderStatus status() {
        return OrderStatus.of(statusId);
    }

    long netMinor() {
        return Math.multiplyExact(unitPriceMinor, (long) amount);
    }

    long id() {
        return Objects.requireNonNull(id, "saved items have an id");
    }

    LockedOrder.ItemTerms terms() {
        return new LockedOrder.ItemTerms(unitPriceMinor, amount, version);
    }

    OrderBody.Item body() {
        return new OrderBody.Item(
                id(), lineNo, productId, amount, unitPriceMinor, productVersion, priceSetBy, status());
    }
}
