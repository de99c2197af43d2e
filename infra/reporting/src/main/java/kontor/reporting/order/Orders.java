package kontor.reporting.order;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Subject;
import org.springframework.stereotype.Component;

/** Orders in numbers (sections 2 and 10), and whether invoices and stock agree with them (section 11). */
@Component
final class Orders implements Subject<Order> {

    /** Ordered and not invoiced. */
    public static final Figure BOOK =
            Figure.of("order-book").by("status", "productId").measuring("pieces", "netMinor");

    public static final Figure PER_STATUS = Figure.of("orders").by("status").measuring("orders", "lines", "netMinor");

    /** Keeps each time apart, so that a median can be had. */
    public static final Figure TIMES = Figure.of("order-times").by("day", "microseconds");

    public static final Figure REJECTED = Figure.of("orders-rejected").by("day", "reason");

    private static final Set<String> BOOKED = Set.of("NEW", "PROCESSING", "PACKAGED", "IN_TRANSIT", "DELIVERED");
    private static final Set<String> HOLDING = Set.of("PENDING", "NEW", "PROCESSING", "PACKAGED");
    private static final String ORDER_TOPIC = "kontor.order.retail-order.v1";
    private static final String INVOICE_TOPIC = "kontor.invoice.invoice.v1";
    private static final String STOCK_TOPIC = "kontor.catalog.reservation.v1";
    private static final String KEY = "order:";

    private final Days days;

    public Orders(Days days) {
        this.days = days;
    }

    /** What is used of OrderRejected besides. */
    record Rejected(String code) {}

    /** What is used of InvoiceIssued and InvoiceCancelled. */
    record Invoiced(long invoiceId) {}

    /** What is used of InvoiceIssued besides. */
    record Net(long netMinor) {}

    /** Pieces of an item; also what is used of StockReservationChanged. */
    public record Held(long orderItemId, long quantity) {}

    /** What is used of the events that name lines. */
    record Lines(List<Held> lines) {}

    @Override
    public String name() {
        return "retail-order";
    }

    @Override
    public Set<String> topics() {
        return Set.of(ORDER_TOPIC, INVOICE_TOPIC, STOCK_TOPIC);
    }

    @Override
    public Order begin() {
        return Order.UNKNOWN;
    }

    @Override
    public List<String> ids(Message fact) {
        if (!fact.topic().equals(STOCK_TOPIC)) {
            return List.of(fact.key());
        }
        return fact.key().startsWith(KEY) ? List.of(fact.key().substring(KEY.length())) : List.of();
    }

    @Override
    public Order apply(String id, Order order, Message fact) {
        return switch (fact.type()) {
            case "kontor.order.order-submitted.v1",
                    "kontor.order.order-item-amount-requested.v1",
                    "kontor.order.order-status-changed.v1",
                    "kontor.order.order-item-changed.v1",
                    "kontor.order.order-cancelled.v1",
                    "kontor.order.order-released-for-invoice.v1" -> whole(order, fact);
            case "kontor.order.order-placed.v1" -> whole(order, fact).placed(fact.at());
            case "kontor.order.order-rejected.v1" ->
                whole(order, fact).rejected(fact.as(Rejected.class).code());
            case "kontor.invoice.invoice-issued.v1" ->
                order.invoiced(
                        fact.as(Invoiced.class).invoiceId(), fact.as(Net.class).netMinor());
            case "kontor.invoice.invoice-cancelled.v1" ->
                order.uninvoiced(fact.as(Invoiced.class).invoiceId());
            case "kontor.catalog.stock-reserved.v1" ->
                order.holdsMore(fact.as(Lines.class).lines());
            case "kontor.catalog.stock-reservation-changed.v1" -> order.holdsMore(List.of(fact.as(Held.class)));
            case "kontor.catalog.stock-released.v1", "kontor.catalog.stock-consumed.v1" ->
                order.holdsLess(fact.as(Lines.class).lines());
            default -> order;
        };
    }

    private static Order whole(Order order, Message fact) {
        return order.now(
                fact.as(Order.Content.class), order.imported() || fact.origin().isImported());
    }

    @Override
    public List<Contribution> contributions(String id, Order order) {
        List<Contribution> all = new ArrayList<>();
        Order.Content now = order.now();
        if (now != null) {
            numbers(all, order, now);
            if (order.invoices().isEmpty() && BOOKED.contains(now.status())) {
                now.live()
                        .forEach(item ->
                                all.add(BOOK.at(now.status(), item.productId()).adds(item.amount(), item.netMinor())));
            }
            order.invoices().values().stream()
                    .filter(net -> net != now.netMinor())
                    .forEach(net -> all.add(Mismatch.of("retail-order", id, now.netMinor(), net)));
        }
        held(all, id, order);
        return all;
    }

    private void numbers(List<Contribution> all, Order order, Order.Content now) {
        all.add(PER_STATUS.at(now.status()).adds(1, now.live().size(), now.netMinor()));
        Instant delivered = now.deliveredAt();
        Instant placed = order.newAt();
        if (delivered != null && placed != null && !order.imported()) {
            long micros = Duration.between(placed, delivered).toNanos() / 1_000;
            all.add(TIMES.at(days.day(delivered), micros).adds(1));
        }
        String reason = order.rejection();
        if (reason != null) {
            all.add(REJECTED.at(days.day(now.placedAt()), reason).adds(1));
        }
    }

    /** What is held belongs to a live item that has not left. */
    private static void held(List<Contribution> all, String id, Order order) {
        Order.Content now = order.now();
        Map<Long, Order.Item> items = now == null
                ? Map.of()
                : now.items().stream().collect(Collectors.toMap(Order.Item::orderItemId, Function.identity()));
        order.held().forEach((item, pieces) -> {
            Order.Item of = items.get(item);
            long due = of != null && HOLDING.contains(of.status()) ? of.amount() : 0;
            if (pieces > due) {
                all.add(Mismatch.of("reservation", KEY + id + " item " + item, due, pieces));
            }
        });
    }

    @Override
    public List<Figure> figures() {
        return List.of(BOOK, PER_STATUS, TIMES, REJECTED);
    }
}
