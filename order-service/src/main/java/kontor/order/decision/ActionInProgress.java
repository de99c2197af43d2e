package kontor.order.decision;

import kontor.platform.Rejection;

/** Another step of the order is still being decided: its invoice, or the amount of an item (O-8, O-11). */
public final class ActionInProgress extends Rejection {

    public ActionInProgress(String what) {
        super(Kind.CONFLICT, "action-in-progress", "%s is still being decided; try again later.".formatted(what));
    }
}
