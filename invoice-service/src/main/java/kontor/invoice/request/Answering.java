package kontor.invoice.request;

import java.time.Clock;
import java.util.Optional;
import kontor.invoice.order.OrderReleased;
import kontor.invoice.order.RequestRefused;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answers of order-service, and its releases that nobody asked for. The order's row is locked meanwhile. */
@Service
class Answering {

    private final InvoiceRequests requests;
    private final Audit audit;
    private final Clock clock;

    Answering(InvoiceRequests requests, Audit audit, Clock clock) {
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /** A released order ends in a document, whoever asked for it and whether or not the question is still known. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(OrderReleased released) {
        Optional<InvoiceRequest> request = Optional.ofNullable(released.requestId())
                .flatMap(requests::lock)
                .or(() -> requests.lockPending(released.orderId()));
        if (request.isPresent()) {
            request.get().release();
            requests.save(request.get());
        } else if (!requests.wasReleased(released.orderId())) {
            // Once in the order's life, so a release told anew after a cancellation gives no further invoice (O-11).
            requests.save(InvoiceRequest.released(released.orderId(), clock.instant()));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestRefused refused) {
        requests.lock(refused.requestId())
                .filter(request -> request.refuse(refused.code()))
                .ifPresent(request -> {
                    requests.save(request);
                    audit.record("refuse-invoice-request", "invoice-request", request.id());
                });
    }
}
