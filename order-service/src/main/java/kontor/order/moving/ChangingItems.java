package kontor.order.moving;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kontor.order.order.LockedOrder;
import kontor.order.order.OrderBody;
import kontor.order.order.OrderBook;
import kontor.order.order.OrderStatus;
import kontor.order.product.KnownProducts;
import kontor.order.product.Totals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes price and amount of items; another amount is a question to the catalog (O-8). */
@Service
class ChangingItems {

    private final OrderBook book;
    private final KnownProducts products;
    private final Clock clock;

    ChangingItems(OrderBook book, KnownProducts products, Clock clock) {
        this.book = book;
        this.products = products;
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
        requireTotal(order, command.itemId(), wanted);
        Optional<Long> question = order.changeItem(command.itemId(), wanted, command.actor(), clock.instant());
        book.keep(order);
        return question;
    }

    private void requireTotal(LockedOrder order, long itemId, LockedOrder.ItemChange wanted) {
        List<OrderBody.Item> kept = order.lines().stream()
                .filter(item -> item.status() != OrderStatus.CANCELLED)
                .toList();
        Map<Long, BigDecimal> percentages = products.percentages(
                kept.stream().map(OrderBody.Item::productId).toList());
        Totals.of(kept.stream()
                        .map(item -> new Totals.Line(
                                item.orderItemId() == itemId
                                        ? net(wanted.unitPriceMinor(), wanted.amount())
                                        : net(item.unitPriceMinor(), item.amount()),
                                percentages.getOrDefault(item.productId(), BigDecimal.ZERO)))
                        .toList())
                .requireInRange();
    }

    private static long net(long unitPriceMinor, long amount) {
        return Math.multiplyExact(unitPriceMinor, amount);
    }
}
