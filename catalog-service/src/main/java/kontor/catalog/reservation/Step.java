package kontor.catalog.reservation;

import java.util.Optional;
import kontor.catalog.reservation.Reservation.State;
import kontor.catalog.stock.MoveKind;
import org.jspecify.annotations.Nullable;

/** What may become of a reservation once it is made: the rows of the table of the domain page (section 3). */
enum Step {
    RELEASE(State.RELEASED, 0, true, "release-stock"),
    CONSUME(State.CONSUMED, -1, true, "consume-stock"),
    TAKE_BACK(State.RELEASED, 1, false, "take-back-stock"),
    TAKE_OUT(State.CONSUMED, -1, false, "consume-stock");

    private final State to;
    private final int direction;
    private final boolean unreserves;
    private final String action;

    Step(State to, int direction, boolean unreserves, String action) {
        this.to = to;
        this.direction = direction;
        this.unreserves = unreserves;
        this.action = action;
    }

    /** What happened to an item. */
    enum Trigger {
        /** It was cancelled or rejected, alone or with its order. */
        ENDED,
        /** It is in transit or delivered. */
        LEFT,
        INVOICE_CANCELLED,
        INVOICE_ISSUED
    }

    /**
     * The step that this trigger causes, empty if none: each trigger works once per direction (C-18).
     *
     * @param from null for an item that holds nothing, because its order was imported (O-9)
     * @param isByInvoice whether the pieces were given back by cancelling an invoice
     */
    static Optional<Step> of(Trigger trigger, @Nullable State from, boolean isByInvoice) {
        return switch (from) {
            case null -> trigger == Trigger.INVOICE_CANCELLED ? Optional.of(TAKE_BACK) : Optional.empty();
            case HELD ->
                switch (trigger) {
                    case ENDED, INVOICE_CANCELLED -> Optional.of(RELEASE);
                    case LEFT -> Optional.of(CONSUME);
                    case INVOICE_ISSUED -> Optional.empty();
                };
            case CONSUMED -> trigger == Trigger.INVOICE_CANCELLED ? Optional.of(TAKE_BACK) : Optional.empty();
            case RELEASED ->
                trigger == Trigger.INVOICE_ISSUED && isByInvoice ? Optional.of(TAKE_OUT) : Optional.empty();
        };
    }

    State to() {
        return to;
    }

    /** 1 if pieces come back to the house, -1 if they leave it, 0 if they stay where they are. */
    int direction() {
        return direction;
    }

    /** Whether it ends a promise. */
    boolean unreserves() {
        return unreserves;
    }

    MoveKind kind() {
        return direction > 0 ? MoveKind.RETAIL_BACK : MoveKind.RETAIL_OUT;
    }

    /** As the audit calls it. */
    String action() {
        return action;
    }
}
