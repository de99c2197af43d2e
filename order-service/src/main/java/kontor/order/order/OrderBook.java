package kontor.order.order;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.UnknownReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The way to every order: it is locked before it is looked at, and what it tells leaves with it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OrderBook {

    private final Orders orders;

    OrderBook(Orders orders) {
        this.orders = orders;
    }

    /** A new order, PENDING; {@code unknown-reference} without an active payment method. */
    public long submit(NewOrder order) {
        return orders.saveAndFlush(new RetailOrder(order, activeMethod(order.paymentMethodId())))
                .id();
    }

    /** {@code not-found} as well if it is another customer's; null asks for any. */
    public LockedOrder lock(long id, @Nullable Long customerId) {
        return orders.lock(id, customerId).orElseThrow(NotFound::new);
    }

    public Optional<LockedOrder> find(long id) {
        return orders.lock(id, null).map(LockedOrder.class::cast);
    }

    /** In one order, as whoever changes several has to. */
    public void lockAll(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            orders.lockAll(ids);
        }
    }

    /** One that the catalog was asked for then, or that was placed then, and that nobody else looks after. */
    public Optional<LockedOrder> lockUndecided(Instant askedBefore, Instant placedBefore) {
        return orders.lockUndecided(askedBefore, placedBefore)
                .or(() -> orders.lockUndecidedAmount(askedBefore))
                .map(id -> lock(id, null));
    }

    /** {@code unknown-reference} unless it may be chosen now. */
    public void requireActiveMethod(long id) {
        activeMethod(id);
    }

    private PaymentTerms activeMethod(long id) {
        return orders.method(id)
                .filter(PaymentTerms::isActive)
                .orElseThrow(() -> new UnknownReference("/paymentMethodId"));
    }

    public long nextRequestId() {
        return orders.nextRequestId();
    }

    public void keep(LockedOrder order) {
        if (order instanceof RetailOrder changed) {
            orders.saveAndFlush(changed);
        }
    }
}
