package kontor.order.moving;

import java.util.Objects;
import java.util.function.UnaryOperator;
import kontor.order.customer.KnownCustomers;
import kontor.order.order.LockedOrder;
import kontor.order.order.OrderBook;
import kontor.platform.store.Audit;
import kontor.platform.web.IfMatch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Edits terms of orders that are not invoiced. */
@Service
class ChangingOrders {

    private final OrderBook book;
    private final KnownCustomers customers;
    private final Audit audit;

    ChangingOrders(OrderBook book, KnownCustomers customers, Audit audit) {
        this.book = book;
        this.customers = customers;
        this.audit = audit;
    }

    /** An admin edits an order. */
    record EditOrder(long orderId, UnaryOperator<LockedOrder.Terms> patch, IfMatch expected) {}

    @Transactional
    public void edit(EditOrder command) {
        LockedOrder order = book.lock(command.orderId(), null);
        command.expected().require(order.version());
        LockedOrder.Terms is = order.terms();
        LockedOrder.Terms wanted = command.patch().apply(is);
        if (!Objects.equals(wanted.billingSiteId(), is.billingSiteId())) {
            customers.requireBillingSite(order.customerId(), wanted.billingSiteId());
        }
        if (wanted.paymentMethodId() != is.paymentMethodId()) {
            book.requireActiveMethod(wanted.paymentMethodId());
        }
        if (order.edit(wanted)) {
            book.keep(order);
            audit.record("edit-order", "order", command.orderId());
        }
    }
}
