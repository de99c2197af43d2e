package kontor.order.order;

import jakarta.persistence.Embeddable;
import java.util.Objects;
import kontor.order.decision.ActionInProgress;
import org.jspecify.annotations.Nullable;

/** What an order knows of its invoice: held for one, has a live one, was released by itself once (O-11). */
@Embeddable
class InvoiceState {

    private boolean autoInvoiced;
    private boolean invoiceHold;
    private @Nullable Long liveInvoiceId;

    void requireNone() {
        if (liveInvoiceId != null) {
            throw new InvoiceExists();
        }
    }

    void requireNotHeld() {
        if (invoiceHold) {
            throw new ActionInProgress("The invoice of the order");
        }
    }

    boolean isHeld() {
        return invoiceHold;
    }

    boolean isLive() {
        return liveInvoiceId != null;
    }

    void hold() {
        invoiceHold = true;
    }

    /** Whether this is the one occasion at which the order is released by itself; it passes while it has an invoice. */
    boolean takeOccasion() {
        if (autoInvoiced) {
            return false;
        }
        autoInvoiced = true;
        return !isLive();
    }

    void issued(long invoiceId) {
        liveInvoiceId = invoiceId;
        invoiceHold = false;
    }

    boolean cancelled(long invoiceId) {
        if (!Objects.equals(liveInvoiceId, invoiceId)) {
            return false;
        }
        liveInvoiceId = null;
        return true;
    }
}
