package kontor.invoice.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.invoice.invoice.Document;
import kontor.invoice.issuer.IssuerBook;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.RequestKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over invoices as they were printed (G-40): without series, and their prints go on counting. */
@Service
class InvoiceImporting {

    private final ImportTurn turn;
    private final IssuerBook book;
    private final InvoiceCheck check;
    private final TakenInvoices invoices;
    private final ImportNews news;

    InvoiceImporting(ImportTurn turn, IssuerBook book, InvoiceCheck check, TakenInvoices invoices, ImportNews news) {
        this.turn = turn;
        this.book = book;
        this.check = check;
        this.invoices = invoices;
        this.news = news;
    }

    @Transactional
    public ImportReport take(String source, List<InvoiceRow> rows, UUID adminId, RequestKey key) {
        return turn.take(key, new Sent<>(source, "invoice", "invoices", rows, InvoiceRow::externalId), batch -> {
            book.keepStill();
            InvoiceNames names = check.judge(source, batch.fresh());
            Map<String, Document> documents = new LinkedHashMap<>();
            for (InvoiceRow row : batch.fresh().values()) {
                documents.put(row.externalId(), invoices.document(source, row, names, adminId));
            }
            batch.created(news.invoices(documents));
        });
    }
}
