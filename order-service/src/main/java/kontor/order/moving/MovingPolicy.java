package kontor.order.moving;

import kontor.order.listing.OrderTotals;
import kontor.order.order.LockedOrder;
import org.springframework.stereotype.Component;

/** What happens by itself when an order moves: what the deployment chooses, and no invoice out of range (G-8). */
@Component
class MovingPolicy {

    private final MovingSettings settings;
    private final OrderTotals totals;

    MovingPolicy(MovingSettings settings, OrderTotals totals) {
        this.settings = settings;
        this.totals = totals;
    }

    LockedOrder.Policy current() {
        boolean isInvoiced = settings.invoice().isIssuedByItself();
        return new LockedOrder.Policy(
                settings.order().isRolledUp(),
                items -> isInvoiced && totals.of(items).isInRange());
    }
}
