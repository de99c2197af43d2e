package kontor.order.placing;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import kontor.order.order.LockedOrder;
import kontor.order.order.OrderBook;
import kontor.order.order.OrderFact.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Applies what the catalog has answered; an answer to what is decided already changes nothing (O-3, O-8). */
@Service
class Deciding {

    /** Nothing named: the catalog had forgotten the question, which nobody but a cancelled order brings about. */
    private static final String UNAVAILABLE = "unavailable";

    private final OrderBook book;

    Deciding(OrderBook book) {
        this.book = book;
    }

    @Transactional
    public void prepare(Collection<Long> orders) {
        book.lockAll(orders);
    }

    @Transactional
    public void reserved(long orderId) {
        decide(orderId, LockedOrder::accept);
    }

    @Transactional
    public void refused(long orderId, List<Refused> lines) {
        String code = lines.isEmpty() ? UNAVAILABLE : lines.getFirst().code();
        decide(orderId, order -> order.reject(code, lines));
    }

    @Transactional
    public void answered(long orderId, long requestId, @Nullable String refusedCode) {
        decide(orderId, order -> order.answer(requestId, refusedCode));
    }

    private void decide(long orderId, Consumer<LockedOrder> decision) {
        LockedOrder order = book.lock(orderId, null);
        decision.accept(order);
        book.keep(order);
    }
}
