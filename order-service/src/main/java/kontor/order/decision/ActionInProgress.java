package kontor.order.decision;

import kontor.platform.Rejection;

/**
 * Another step is still being decided: the invoice of an order, the amount of an item (O-8, O-11), the payment of a
 * purchase or an adjustment of it (O-23).
 */
public final class ActionInProgress extends Rejection {

    public ActionInProgress(String what) {
        super(Kind.CONFLICT, "action-in-progress", "%s is still being decided; try again later.".formatted(what));
    }
}
