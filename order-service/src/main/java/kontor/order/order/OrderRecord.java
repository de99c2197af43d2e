package kontor.order.order;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.LongFunction;
import kontor.decision.Decided;
import kontor.order.party.Actor;
import kontor.platform.AggregateRoot;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.rejection.NotFound;
import org.jspecify.annotations.Nullable;

/** The columns of an order, what is counted over its items, and how its facts are told and numbered. */
@MappedSuperclass
abstract class OrderRecord extends AggregateRoot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private long customerId;

    @Column(updatable = false)
    private UUID placedBy;

    @Column(updatable = false)
    private boolean placedByAdmin;

    @Column(updatable = false)
    private Instant placedAt;

    private Instant deadline;

    @Column(updatable = false)
    private long customerSiteId;

    @Embedded
    private OrderBody.ShipTo shipTo;

    private @Nullable Long billingSiteId;

    @Column(name = "payment_method_id")
    private long paymentMethodId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "payment_method_id", insertable = false, updatable = false)
    private PaymentTerms method;

    private long statusId;

    @Column
    private @Nullable String rejectReason;

    private @Nullable Instant deliveredAt;

    @Column
    private @Nullable Instant askedAt;

    private long netMinor;

    @Column
    private int itemCount;

    /** The ETag: grows with each committed change of the order or its items. */
    private long version = 1;

    /** Counts the facts of its stream. */
    private long factVersion = 1;

    @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
    @OrderBy("lineNo")
    private List<OrderItem> items = new ArrayList<>();

    /** Already counted in this transaction. */
    @Transient
    private boolean isChanged;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected OrderRecord() {}

    OrderRecord(NewOrder order, PaymentTerms method) {
        customerId = order.customerId();
        placedBy = order.placedBy().actorId();
        placedByAdmin = order.placedBy().isPrivileged();
        placedAt = order.placedAt();
        deadline = order.deadline();
        customerSiteId = order.customerSiteId();
        shipTo = order.shipTo();
        billingSiteId = order.billingSiteId();
        paymentMethodId = method.id();
        this.method = method;
        statusId = OrderStatus.PENDING.id();
        askedAt = order.placedAt();
        for (NewOrder.Line line : order.lines()) {
            items.add(new OrderItem((RetailOrder) this, items.size() + 1, line));
        }
        count();
    }

    /** It stands at a status that needs no time. */
    void stand(OrderStatus status) {
        statusId = status.id();
        changed();
    }

    void stand(OrderStatus status, Instant now) {
        if (status == OrderStatus.DELIVERED) {
            deliveredAt = now;
        }
        stand(status);
    }

    void becauseOf(String reason) {
        rejectReason = reason;
    }

    void asked(Instant now) {
        askedAt = now;
    }

    void take(LockedOrder.Terms terms) {
        deadline = terms.deadline();
        billingSiteId = terms.billingSiteId();
        paymentMethodId = terms.paymentMethodId();
        changed();
    }

    /** A change that callers see. */
    void changed() {
        version += isChanged ? 0 : 1;
        isChanged = true;
        count();
    }

    private void count() {
        List<OrderItem> kept = items.stream()
                .filter(item -> item.status() != OrderStatus.CANCELLED)
                .toList();
        netMinor = kept.stream().mapToLong(OrderItem::netMinor).sum();
        itemCount = kept.size();
        if (netMinor > MOST_MINOR) {
            throw new AmountOutOfRange();
        }
    }

    /** Built at once, since a later change of the transaction must not show in it. */
    void tell(LongFunction<OrderFact> fact) {
        OrderFact told = fact.apply(++factVersion);
        announce(() -> told);
    }

    void tellChange(OrderBody.Item was, OrderFact.Change change, Actor actor) {
        tell(number -> new OrderFact.OrderItemChanged(
                body(), was.orderItemId(), change, was.status(), was.amount(), was.unitPriceMinor(), actor, number));
    }

    void decided() {
        announce(() -> new Decided(id()));
    }

    OrderBody body() {
        return new OrderBody(
                id(),
                customerId,
                placedBy,
                placedByAdmin,
                placedAt,
                deadline,
                customerSiteId,
                shipTo,
                billingSiteId,
                paymentMethodId,
                method.method(),
                method.deadlineDays(),
                method.meansCode(),
                status(),
                deliveredAt,
                lines());
    }

    OrderItem find(long itemId) {
        return items.stream().filter(item -> item.id() == itemId).findFirst().orElseThrow(NotFound::new);
    }

    List<OrderItem> items() {
        return items;
    }

    OrderStatus status() {
        return OrderStatus.of(statusId);
    }

    Actor submitter() {
        return new Actor(placedBy, placedByAdmin);
    }

    public List<OrderBody.Item> lines() {
        return items.stream().map(OrderItem::body).toList();
    }

    public Instant placedAt() {
        return placedAt;
    }

    public boolean isPending() {
        return status() == OrderStatus.PENDING;
    }

    public LockedOrder.Terms terms() {
        return new LockedOrder.Terms(deadline, billingSiteId, paymentMethodId);
    }

    public LockedOrder.ItemTerms item(long itemId) {
        return find(itemId).terms();
    }

    public long customerId() {
        return customerId;
    }

    public long version() {
        return version;
    }

    public long id() {
        return Objects.requireNonNull(id, "a saved order has an id");
    }
}
