package kontor.invoice.issuer;

import kontor.platform.messaging.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Issuers to {@code kontor.invoice.issuer.v1}: a stream per issuer. */
@Component
class IssuerEvents {

    private static final String ISSUERS = "kontor.invoice.issuer.v1";

    private final Outbox outbox;

    IssuerEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @EventListener
    void on(IssuerAdded event) {
        outbox.append(ISSUERS, event.issuerId(), event.version(), event);
    }
}
