package kontor.invoice.request;

import java.util.Optional;
import kontor.invoice.draft.Draft;
import kontor.invoice.draft.Drafts;
import kontor.invoice.invoice.Documents;
import kontor.invoice.series.Series;
import kontor.invoice.series.Taken;
import kontor.platform.store.Audit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues the invoice of a released request: copies, number, document and event in one transaction (V-3 to V-8). */
@Service
class Issuing {

    private final InvoiceRequests requests;
    private final Drafts drafts;
    private final Series series;
    private final Documents documents;
    private final Audit audit;

    Issuing(InvoiceRequests requests, Drafts drafts, Series series, Documents documents, Audit audit) {
        this.requests = requests;
        this.drafts = drafts;
        this.series = series;
        this.documents = documents;
        this.audit = audit;
    }

    /** Whether anything can be issued now (V-14). */
    boolean isPossible() {
        return series.isOpen();
    }

    /** Whether it is done with; it is not while there is no issuer (V-14) or something that is copied is not known. */
    @Transactional
    public boolean issue(long requestId) {
        Optional<InvoiceRequest> request = requests.claim(requestId).flatMap(requests::findById);
        request.ifPresent(InvoiceRequest::continueOrigin);
        return request.map(this::issue).orElse(true);
    }

    private boolean issue(InvoiceRequest request) {
        if (documents.hasLive(request.orderId())) {
            request.refuseReleased("invoice-exists");
            requests.save(request);
            audit.record("refuse-invoice-request", "invoice-request", request.id());
            return true;
        }
        // All that can be missing is looked at before the series is locked, which all other issues wait for.
        return drafts.of(request.orderId())
                .flatMap(draft -> series.take().map(taken -> issue(request, draft, taken)))
                .isPresent();
    }

    private long issue(InvoiceRequest request, Draft draft, Taken taken) {
        long id = documents.issue(draft.issued(taken, request.deliveryDate(), request.requestedBy()), request.id());
        request.issued(id);
        requests.save(request);
        audit.record("issue-invoice", "invoice", id);
        return id;
    }
}
