package kontor.invoice.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import kontor.invoice.draft.Drafts;
import kontor.invoice.invoice.Documents;
import kontor.invoice.issuer.IssuerBook;
import kontor.invoice.order.KnownOrders;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.rejection.WrongOrder;
import kontor.platform.store.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be said about a request before order-service is asked; once it has released the order, it is too late. */
@Component
class RequestTerms {

    private final KnownOrders orders;
    private final IssuerBook issuers;
    private final Documents documents;
    private final Drafts drafts;
    private final ZoneId zone;

    RequestTerms(
            KnownOrders orders, IssuerBook issuers, Documents documents, Drafts drafts, PlatformSettings settings) {
        this.orders = orders;
        this.issuers = issuers;
        this.documents = documents;
        this.drafts = drafts;
        this.zone = settings.zone();
    }

    /** Locks the order; refuses what cannot be issued, in the order of the rules: V-2, V-6, V-14, G-8. */
    void require(Requesting.RequestInvoice command, Instant now) {
        Instant placedAt = orders.lock(command.orderId()).orElseThrow(() -> new UnknownReference("/orderId"));
        if (documents.hasLive(command.orderId())) {
            throw new Refusals.InvoiceExists();
        }
        requireDelivery(command.deliveryDate(), dayOf(placedAt), dayOf(now));
        if (issuers.inEffect(now).isEmpty()) {
            throw new NotAllowedInState("No issuer is in effect; add one first.");
        }
        drafts.requireInRange(command.orderId());
    }

    private static void requireDelivery(@Nullable LocalDate delivery, LocalDate placed, LocalDate today) {
        if (delivery != null && (delivery.isBefore(placed) || delivery.isAfter(today.plusYears(1)))) {
            throw new WrongOrder();
        }
    }

    private LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
