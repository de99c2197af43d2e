package kontor.order.release;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import kontor.order.listing.OrderTotals;
import kontor.order.order.LockedOrder;
import kontor.order.order.OrderBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Releases orders for their invoice, and notes what becomes of it (O-11). */
@Service
class Releasing {

    private final OrderBook book;
    private final InvoiceAnswers answers;
    private final OrderTotals totals;

    Releasing(OrderBook book, InvoiceAnswers answers, OrderTotals totals) {
        this.book = book;
        this.answers = answers;
        this.totals = totals;
    }

    @Transactional
    public void prepare(Collection<Long> orders) {
        book.lockAll(orders);
    }

    /** Released and held, or refused; the same question gets the same answer. */
    @Transactional
    public void decide(long orderId, long requestId, UUID requestedBy) {
        LockedOrder order = book.lock(orderId, null);
        Optional<InvoiceAnswers.Answer> before = answers.find(requestId);
        if (before.isPresent()) {
            order.repeatAnswer(requestId, requestedBy, before.get().refusedCode());
        } else {
            boolean isInRange = totals.of(order.lines()).isInRange();
            answers.keep(
                    requestId, orderId, new InvoiceAnswers.Answer(order.release(requestId, requestedBy, isInRange)));
        }
        book.keep(order);
    }

    @Transactional
    public void issued(long orderId, long invoiceId) {
        LockedOrder order = book.lock(orderId, null);
        order.invoiced(invoiceId);
        book.keep(order);
    }

    @Transactional
    public void cancelled(long orderId, long invoiceId) {
        LockedOrder order = book.lock(orderId, null);
        if (order.uninvoiced(invoiceId)) {
            book.keep(order);
        }
    }
}
