package kontor.order.order;

import kontor.platform.Rejection;

/** The order has a live invoice, which has to be cancelled first (O-7, O-8). */
public final class InvoiceExists extends Rejection {

    InvoiceExists() {
        super(Kind.CONFLICT, "invoice-exists", "The order has an invoice; cancel that first.");
    }
}
