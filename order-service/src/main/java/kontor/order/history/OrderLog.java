package kontor.order.history;

import java.time.Clock;
import java.util.UUID;
import kontor.order.order.OrderBody;
import kontor.order.order.OrderFact;
import kontor.order.order.OrderFact.OrderItemChanged;
import kontor.order.order.OrderFact.OrderStatusChanged;
import kontor.order.order.OrderInvoiced;
import kontor.order.order.OrderStatus;
import kontor.order.party.Actor;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes one row per change into the log of its order (INV-22); asking once more changes nothing. */
@Component
class OrderLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    OrderLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(OrderFact fact) {
        switch (fact) {
            case OrderFact.OrderSubmitted submitted -> {
                if (submitted.version() == 1) {
                    write(submitted, "SUBMIT", "- -> PENDING");
                }
            }
            case OrderFact.OrderPlaced placed -> write(placed, "PLACE", move(OrderStatus.PENDING, OrderStatus.NEW));
            case OrderFact.OrderRejected rejected ->
                write(rejected, "REJECT", move(OrderStatus.PENDING, OrderStatus.REJECTED));
            case OrderStatusChanged changed -> write(changed);
            case OrderItemChanged changed -> write(changed);
            case OrderFact.OrderCancelled cancelled ->
                write(cancelled, "CANCEL", move(cancelled.oldStatus(), OrderStatus.CANCELLED));
            case OrderFact.OrderReleasedForInvoice released -> {
                if (released.isFirst()) {
                    write(released, "INVOICE", "- -> released");
                }
            }
            case OrderFact.OrderItemAmountRequested ignored -> {} // logged when it is decided
            case OrderFact.InvoiceRequestRefused ignored -> {} // changes nothing
        }
    }

    @EventListener
    void on(OrderInvoiced invoiced) {
        String detail = invoiced.isLive() ? "- -> issued" : "issued -> cancelled";
        write(invoiced.orderId(), null, Actor.SYSTEM.actorId(), "INVOICE", detail);
    }

    private void write(OrderStatusChanged changed) {
        String detail = move(changed.oldStatus(), changed.order().status());
        write(changed, "STATUS", detail);
        changed.movedItemIds()
                .forEach(item -> write(changed.orderId(), item, changed.actor().actorId(), "ITEM_STATUS", detail));
    }

    private void write(OrderItemChanged changed) {
        OrderBody.Item item = changed.item();
        String action = switch (changed.change()) {
            case STATUS -> "ITEM_STATUS";
            case CANCELLED -> "CANCEL";
            case PRICE -> "PRICE";
            case AMOUNT -> "AMOUNT";
        };
        String detail = switch (changed.change()) {
            case STATUS, CANCELLED -> move(changed.oldStatus(), item.status());
            case PRICE -> changed.oldUnitPriceMinor() + " -> " + item.unitPriceMinor();
            case AMOUNT -> changed.oldAmount() + " -> " + item.amount();
        };
        write(changed.orderId(), item.orderItemId(), changed.actor().actorId(), action, detail);
    }

    private void write(OrderFact.Told fact, String action, String detail) {
        Actor actor = fact.actor();
        write(fact.orderId(), null, actor.actorId(), action, detail);
    }

    private void write(long orderId, @Nullable Long itemId, UUID actorId, String action, String detail) {
        jdbc.sql("insert into order_log (order_id, item_id, actor_id, action, detail, at) values (?, ?, ?, ?, ?, ?)")
                .params(SqlValues.of(orderId, itemId, actorId, action, detail, clock.instant()))
                .update();
    }

    private static String move(OrderStatus from, OrderStatus to) {
        return from + " -> " + to;
    }
}
