package kontor.invoice.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kontor.platform.store.Audit;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks order-service whether an order may be invoiced (V-2), and asks again while the answer stays out (G-29). */
@Service
class Requesting {

    private final InvoiceRequests requests;
    private final RequestTerms terms;
    private final Answers answers;
    private final Audit audit;
    private final Clock clock;

    Requesting(InvoiceRequests requests, RequestTerms terms, Answers answers, Audit audit, Clock clock) {
        this.requests = requests;
        this.terms = terms;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    /** An order shall be invoiced. */
    record RequestInvoice(long orderId, @Nullable LocalDate deliveryDate, UUID adminId, RequestKey key) {}

    @Transactional
    public Answer request(RequestInvoice command) {
        return answers.once(command.key(), () -> {
            Instant now = clock.instant();
            terms.require(command, now);
            if (requests.lockPending(command.orderId()).isPresent()) {
                throw new Refusals.ActionInProgress();
            }
            InvoiceRequest request = requests.save(InvoiceRequest.wanted(command, now));
            audit.record("request-invoice", "invoice-request", request.id());
            return request.view();
        });
    }

    /** What is told now will be told again under the key. */
    @Transactional
    public Answer answer(RequestKey key, Answer open, Answer given) {
        return answers.settle(key, open, given);
    }

    @Transactional
    public void askAgain(Duration after) {
        Instant now = clock.instant();
        Instant since = now.minus(after);
        for (long id : requests.unanswered(since)) {
            InvoiceRequest request = requests.lock(id).orElseThrow();
            if (request.isUnanswered(since)) {
                request.askAgain(now);
                requests.save(request);
            }
        }
    }
}
