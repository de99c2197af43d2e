package kontor.invoice.importing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.invoice.invoice.Document;
import kontor.invoice.invoice.Documents;
import kontor.invoice.issuer.IssuerAdded;
import kontor.platform.messaging.Origin;
import kontor.platform.store.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What follows from rows that were taken over: facts with the time they had, and one audit row for each. */
@Component
class ImportNews {

    private final Documents documents;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final Clock clock;

    ImportNews(Documents documents, ApplicationEventPublisher events, Audit audit, Clock clock) {
        this.documents = documents;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    void issuers(List<IssuerAdded> added) {
        Origin.imported(clock.instant());
        added.forEach(events::publishEvent);
        audit.recordAll(
                "import-issuer",
                "issuer",
                added.stream().map(IssuerAdded::issuerId).toList());
    }

    /**
     * Stores them by the one way that documents are stored.
     *
     * @param taken by external id
     * @return their ids
     */
    Map<String, Long> invoices(Map<String, Document> taken) {
        Map<String, Long> ids = new HashMap<>();
        taken.forEach((externalId, document) -> {
            Origin.imported(document.issuedAt());
            ids.put(externalId, documents.issue(document, null));
        });
        Origin.imported(clock.instant());
        audit.recordAll("import-invoice", "invoice", ids.values());
        return ids;
    }
}
