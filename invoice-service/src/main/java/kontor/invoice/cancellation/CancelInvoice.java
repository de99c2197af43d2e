package kontor.invoice.cancellation;

import java.util.UUID;
import kontor.platform.web.RequestKey;

/** An invoice shall be cancelled for this reason, which is printed. */
record CancelInvoice(Name name, String reason, UUID adminId, RequestKey key) {

    /** How the invoice is named (V-11). */
    sealed interface Name {}

    /** By its id. */
    record ById(long invoiceId) implements Name {}

    /** By whom it bills, as printed, and its order. */
    record ByCustomer(String customerName, long orderId) implements Name {}
}
