package kontor.invoice.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks order-service whether an order may be invoiced (V-2), and asks again while the answer stays out (G-29). */
@Service
class Requesting {

    private final InvoiceRequests requests;
    private final RequestTerms terms;
    private final Replies replies;
    private final Audit audit;
    private final Clock clock;

    Requesting(InvoiceRequests requests, RequestTerms terms, Replies replies, Audit audit, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    /** An order shall be invoiced. */
    record RequestInvoice(long orderId, @Nullable LocalDate deliveryDate, UUID adminId, RequestKey key) {}

    /** What is kept under the key: what becomes of the request shows later. */
    record Receipt(long requestId) {}

    @Transactional
    public Receipt request(RequestInvoice command) {
        return replies.once(command.key(), Receipt.class, () -> {
            Instant now = terms.require(command);
            if (requests.lockPending(command.orderId()).isPresent()) {
                throw new Refusals.ActionInProgress();
            }
            long id = requests.save(InvoiceRequest.wanted(command, now)).id();
            audit.record("request-invoice", "invoice-request", id);
            return new Receipt(id);
        });
    }

    @Transactional
    public void askAgain(Duration after) {
        Instant now = clock.instant();
        for (long id : requests.unanswered(now.minus(after))) {
            InvoiceRequest request = requests.lock(id).orElseThrow();
            if (request.isUnanswered()) {
                request.askAgain(now);
                requests.save(request);
            }
        }
    }
}
