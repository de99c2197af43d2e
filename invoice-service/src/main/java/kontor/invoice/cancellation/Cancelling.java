package kontor.invoice.cancellation;

import java.util.List;
import java.util.Optional;
import kontor.invoice.invoice.Document;
import kontor.invoice.invoice.Documents;
import kontor.invoice.invoice.InvoiceRows;
import kontor.invoice.invoice.InvoiceView;
import kontor.invoice.invoice.InvoiceWithLines;
import kontor.invoice.invoice.Reader;
import kontor.invoice.issuer.IssuerBook;
import kontor.invoice.paper.Paper;
import kontor.invoice.series.Series;
import kontor.invoice.series.Taken;
import kontor.platform.rejection.AlreadyInState;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.store.Audit;
import kontor.platform.web.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels an invoice by a document with its own number and turned signs, in one transaction (V-11). */
@Service
class Cancelling {

    private static final Reader ADMIN = new Reader(null);

    private final Documents documents;
    private final InvoiceRows rows;
    private final Series series;
    private final Replies replies;
    private final Audit audit;

    Cancelling(Documents documents, InvoiceRows rows, Series series, Replies replies, Audit audit) {
        this.documents = documents;
        this.rows = rows;
        this.series = series;
        this.replies = replies;
        this.audit = audit;
    }

    /** What is kept under the key. */
    private record Receipt(InvoiceView invoice, List<InvoiceWithLines.Line> items, List<Paper.Vat> vat) {}

    @Transactional
    public InvoiceWithLines cancel(CancelInvoice command) {
        Receipt receipt = replies.once(command.key(), Receipt.class, () -> {
            long id = lock(command.name());
            InvoiceWithLines cancelled = rows.one(id, ADMIN);
            requireLive(cancelled.invoice());
            InvoiceWithLines made = rows.one(cancel(cancelled, command), ADMIN);
            audit.record("cancel-invoice", "invoice", id);
            return new Receipt(made.invoice(), made.items(), made.vat());
        });
        return new InvoiceWithLines(receipt.invoice(), receipt.items(), receipt.vat());
    }

    private long lock(CancelInvoice.Name name) {
        Optional<Long> found = switch (name) {
            case CancelInvoice.ById by -> documents.lock(by.invoiceId());
            case CancelInvoice.ByCustomer by -> documents.lockLive(by.customerName(), by.orderId());
        };
        return found.orElseThrow(
                () -> new UnknownReference(name instanceof CancelInvoice.ById ? "/invoiceId" : "/orderId"));
    }

    private static void requireLive(InvoiceView invoice) {
        if (invoice.kind() == Paper.Kind.CANCELLATION) {
            throw new NotAllowedInState("A cancellation cannot be cancelled.");
        }
        if (invoice.cancelled()) {
            throw new AlreadyInState("The invoice is cancelled");
        }
    }

    private long cancel(InvoiceWithLines cancelled, CancelInvoice command) {
        InvoiceView invoice = cancelled.invoice();
        Taken taken = series.take(new IssuerBook.Named(invoice.issuerId(), invoice.issuer()));
        Document document = new Document(
                Turned.of(cancelled.paper(), taken, command.reason()),
                new Document.Place(taken.year(), taken.seqNo()),
                invoice.issuerId(),
                invoice.orderId(),
                invoice.customerId(),
                taken.issuedAt(),
                cancelled.items().stream()
                        .map(item -> new Document.Sold(item.orderItemId(), item.productId()))
                        .toList(),
                command.adminId(),
                invoice.id(),
                null);
        return documents.cancel(document, invoice.id(), invoice.number());
    }
}
