package kontor.invoice.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as admins see it.
 *
 * @param reason problem code, if it is refused
 * @param invoiceId the document, once it is issued
 */
record RequestView(
        long id,
        long version,
        long orderId,
        @Nullable LocalDate deliveryDate,
        UUID requestedBy,
        InvoiceRequest.State state,
        @Nullable String reason,
        @Nullable Long invoiceId,
        Instant at) {

    boolean isPending() {
        return state == InvoiceRequest.State.PENDING;
    }
}
