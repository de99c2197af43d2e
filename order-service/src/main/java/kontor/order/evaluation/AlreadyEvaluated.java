package kontor.order.evaluation;

import kontor.platform.Rejection;

/** Each side evaluates once, for good (O-31). */
final class AlreadyEvaluated extends Rejection {

    AlreadyEvaluated() {
        super(Kind.CONFLICT, "already-evaluated", "You have evaluated this purchase already; that stays as it is.");
    }
}
