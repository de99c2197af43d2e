package kontor.order.moving;

import java.time.Clock;
import java.util.Optional;
import kontor.order.listing.OrderTotals;
import kontor.order.order.LockedOrder;
import kontor.order.order.OrderBook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes price and amount of items; another amount is a question to the catalog (O-8). */
@Service
class ChangingItems {

    private final OrderBook book;
    private final OrderTotals totals;
    private final Clock clock;

    ChangingItems(OrderBook book, OrderTotals totals, Clock clock) {
        this.book = book;
        this.totals = totals;
        this.clock = clock;
    }

    /** The question, empty if everything is settled. */
    @Transactional
    public Optional<Long> change(ChangeItem command) {
        LockedOrder order = book.lock(command.orderId(), null);
        LockedOrder.ItemTerms is = order.item(command.itemId());
        command.expected().require(is.version());
        boolean isQuestion = command.pieces(is) != is.amount();
        LockedOrder.ItemChange wanted = command.wanted(is, isQuestion ? book.nextRequestId() : 0);
        if (isQuestion || wanted.unitPriceMinor() != is.unitPriceMinor()) {
            requireTotal(order, command.itemId(), wanted);
        }
        Optional<Long> question = order.changeItem(command.itemId(), wanted, command.actor(), clock.instant());
        book.keep(order);
        return question;
    }

    private void requireTotal(LockedOrder order, long itemId, LockedOrder.ItemChange wanted) {
        totals.of(order.lines().stream()
                        .map(item -> item.orderItemId() == itemId ? item.with(wanted) : item)
                        .toList())
                .requireInRange();
    }
}
