package kontor.invoice.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import kontor.decision.Decided;
import kontor.invoice.invoice.InvoiceFact;
import kontor.platform.AggregateRoot;
import kontor.platform.messaging.Origin;
import kontor.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * From the wish for an invoice, or the release of an order, to the document (V-2): PENDING, then ISSUED or REFUSED.
 * Once released it ends in a document, however long that takes.
 */
@Entity
class InvoiceRequest extends AggregateRoot {

    /** How far it is. */
    enum State {
        PENDING,
        ISSUED,
        REFUSED
    }

    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private long orderId;

    @Column(updatable = false)
    private @Nullable LocalDate deliveryDate;

    @Column(updatable = false)
    private UUID requestedBy = NOBODY;

    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;

    private @Nullable String reason;

    private @Nullable Long invoiceId;

    @Column(updatable = false)
    private Instant at = Instant.EPOCH;

    @Column(updatable = false)
    private boolean automatic;

    private boolean released;

    private Instant askedAt = Instant.EPOCH;

    @Column(updatable = false)
    private String correlationId = "";

    private long version = 1;

    protected InvoiceRequest() {}

    private InvoiceRequest(long orderId, UUID requestedBy, Instant now) {
        this.orderId = orderId;
        this.requestedBy = requestedBy;
        at = now;
        askedAt = now;
        correlationId = Origin.current().correlationId();
    }

    /** By an admin; order-service is asked. */
    static InvoiceRequest wanted(Requesting.RequestInvoice command, Instant now) {
        InvoiceRequest request = new InvoiceRequest(command.orderId(), command.adminId(), now);
        request.deliveryDate = command.deliveryDate();
        request.announceQuestion();
        return request;
    }

    /** By order-service on its own. */
    static InvoiceRequest released(long orderId, Instant now) {
        InvoiceRequest request = new InvoiceRequest(orderId, Caller.SYSTEM, now);
        request.automatic = true;
        request.released = true;
        return request;
    }

    /** The answer stays out: the same question once more (G-29). */
    void askAgain(Instant now) {
        askedAt = now;
        announceQuestion();
    }

    private void announceQuestion() {
        announce(() -> new InvoiceFact.InvoiceRequested(orderId, id(), deliveryDate, requestedBy));
    }

    /** order-service holds the order for it. Answers that come again, or too late, change nothing. */
    void release() {
        if (isPending() && !released) {
            released = true;
            version++;
        }
    }

    /** Whether it is refused by that; the release of the order counts more than a refusal that came later. */
    boolean refuse(String code) {
        if (!isPending() || released) {
            return false;
        }
        decide(State.REFUSED);
        reason = code;
        return true;
    }

    /** There is an invoice of the order already. */
    void refuseReleased(String code) {
        decide(State.REFUSED);
        reason = code;
    }

    void issued(long invoice) {
        decide(State.ISSUED);
        invoiceId = invoice;
    }

    private void decide(State decided) {
        state = decided;
        version++;
        announce(() -> new Decided(id()));
    }

    /** The work goes on where the wish, or the release, came from. */
    void continueOrigin() {
        Origin.begin(new Origin(Caller.SYSTEM, correlationId, false));
    }

    /** Whether the question was asked longer ago and has no answer; another instance may just have asked again. */
    boolean isUnanswered(Instant since) {
        return isPending() && !released && askedAt.isBefore(since);
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    long id() {
        return Objects.requireNonNull(id, "saved requests have an id");
    }

    RequestView view() {
        return new RequestView(id(), version, orderId, deliveryDate, requestedBy, state, reason, invoiceId, at);
    }

    long orderId() {
        return orderId;
    }

    @Nullable
    LocalDate deliveryDate() {
        return deliveryDate;
    }

    UUID requestedBy() {
        return requestedBy;
    }
}
