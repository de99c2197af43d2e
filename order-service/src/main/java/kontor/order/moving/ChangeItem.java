package kontor.order.moving;

import java.util.Objects;
import kontor.order.order.LockedOrder;
import kontor.order.party.Actor;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Sent;

/** An admin sets another price or amount of an item (O-8). */
record ChangeItem(
        long orderId, long itemId, Sent<Long> unitPriceMinor, Sent<Integer> amount, Actor actor, IfMatch expected) {

    /** Wanted price and amount; what was not sent stays. */
    LockedOrder.ItemChange wanted(LockedOrder.ItemTerms is, long nextRequestId) {
        return new LockedOrder.ItemChange(
                Objects.requireNonNull(unitPriceMinor.or(is.unitPriceMinor())), pieces(is), nextRequestId);
    }

    int pieces(LockedOrder.ItemTerms is) {
        return Objects.requireNonNull(amount.or(is.amount()));
    }
}
