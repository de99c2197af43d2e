package kontor.order.history;

import kontor.order.order.OrderFact;
import kontor.order.order.OrderInvoiced;
import kontor.order.party.Actor;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Each change by an admin or the System is a privileged one (G-45); what a change brings along, as a roll-up, is part
 * of it.
 */
@Component
class OrderAudit {

    private final Audit audit;

    OrderAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(OrderFact.Told fact) {
        if (fact.actor().isPrivileged()) {
            String action = actionOf(fact);
            if (!action.isEmpty()) {
                fact.actor().doing(() -> audit.record(action, "order", fact.orderId()));
            }
        }
    }

    @EventListener
    void on(OrderInvoiced invoiced) {
        String action = invoiced.isLive() ? "note-invoice" : "note-cancelled-invoice";
        Actor.SYSTEM.doing(() -> audit.record(action, "order", invoiced.orderId()));
    }

    /** Empty for what is no change of its own. */
    private static String actionOf(OrderFact.Told fact) {
        return switch (fact) {
            case OrderFact.OrderSubmitted submitted -> submitted.version() == 1 ? "place-order" : "";
            case OrderFact.OrderPlaced ignored -> "accept-order";
            case OrderFact.OrderRejected ignored -> "reject-order";
            case OrderFact.OrderStatusChanged changed -> changed.cause() == OrderFact.Cause.ADMIN ? "move-order" : "";
            case OrderFact.OrderItemChanged changed ->
                switch (changed.change()) {
                    case STATUS -> "move-order-item";
                    case CANCELLED -> "cancel-order-item";
                    case PRICE -> "price-order-item";
                    case AMOUNT -> "change-order-item-amount";
                };
            case OrderFact.OrderCancelled cancelled -> isRolledUp(cancelled) ? "" : "cancel-order";
            case OrderFact.OrderReleasedForInvoice released -> released.isFirst() ? "release-order" : "";
            case OrderFact.OrderItemAmountRequested requested -> requested.isFirst() ? "ask-order-item-amount" : "";
        };
    }

    /** Nobody but a roll-up cancels an order as the System. */
    private static boolean isRolledUp(OrderFact.OrderCancelled cancelled) {
        return cancelled.actor().equals(Actor.SYSTEM);
    }
}
