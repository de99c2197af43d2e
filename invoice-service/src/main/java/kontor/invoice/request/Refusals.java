package kontor.invoice.request;

import kontor.platform.Rejection;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.UnknownReference;

/** Why an order cannot be invoiced now (V-2), found here or told by order-service. */
final class Refusals {

    private Refusals() {}

    /** The refusal of this problem code. */
    static Rejection of(String code) {
        return switch (code) {
            case "order-not-ready" -> new OrderNotReady();
            case "invoice-exists" -> new InvoiceExists();
            case "action-in-progress" -> new ActionInProgress();
            case "amount-out-of-range" -> new AmountOutOfRange();
            case "unknown-reference" -> new UnknownReference("/orderId");
            default -> new NotAllowedInState("The order cannot be invoiced now.");
        };
    }

    /** Not every live item of the order is packaged at least (O-10). */
    static final class OrderNotReady extends Rejection {

        OrderNotReady() {
            super(Kind.CONFLICT, "order-not-ready", "Every item that is not cancelled must be packaged at least.");
        }
    }

    /** The order has an invoice that is not cancelled (V-2). */
    static final class InvoiceExists extends Rejection {

        InvoiceExists() {
            super(Kind.CONFLICT, "invoice-exists", "The order has a live invoice; cancel it first.");
        }
    }

    /** The order is asked about already, or held for something else. */
    static final class ActionInProgress extends Rejection {

        ActionInProgress() {
            super(Kind.CONFLICT, "action-in-progress", "Something else about the order is being decided; ask again.");
        }
    }
}
