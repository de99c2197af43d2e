package kontor.reporting.retail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Percentage;
import kontor.reporting.figure.Subject;
import kontor.reporting.ledger.Posted;
import org.springframework.stereotype.Component;

/**
 * Turnover and VAT of invoices, each document on the day of its own creation (sections 2, 3 and 10), and whether the
 * ledger and the stock agree (section 11).
 */
@Component
final class Invoices implements Subject<Invoice> {

    public static final Figure TURNOVER =
            Figure.of("retail-turnover").by("day", "productId", "imported").measuring("pieces", "netMinor");
    public static final Figure DOCUMENTS = Figure.of("retail-documents")
            .by("day", "imported")
            .measuring("documents", "cancellations", "netMinor", "vatMinor", "grossMinor");
    public static final Figure VAT =
            Figure.of("retail-vat").by("day", "percentage", "imported").measuring("netMinor", "vatMinor");
    public static final Figure PRINTS = Figure.of("invoice-prints").by("day");

    /** Each number by itself, so that a hole can be seen. */
    public static final Figure NUMBERS = Figure.of("invoice-numbers").by("issuerId", "year", "number");

    private static final String DOCUMENT_TOPIC = "kontor.invoice.invoice.v1";
    private static final String STOCK_TOPIC = "kontor.catalog.reservation.v1";
    private static final String TAKEN_BACK = "kontor.catalog.stock-taken-back.v1";

    private final Days days;

    public Invoices(Days days) {
        this.days = days;
    }

    /** What tells which invoice it is, of all events of the topic but the request. */
    record Named(long invoiceId) {}

    /** What is used of InvoicePrinted. */
    record Printed(Instant at) {}

    /** What is used of StockTakenBack. */
    record TakenBack(long invoiceId, List<Piece> lines) {}

    /** Pieces of one item. */
    record Piece(long orderItemId, long quantity) {}

    @Override
    public String name() {
        return "invoice";
    }

    @Override
    public Set<String> topics() {
        return Set.of(DOCUMENT_TOPIC, STOCK_TOPIC, Posted.TOPIC);
    }

    @Override
    public Invoice begin() {
        return Invoice.UNKNOWN;
    }

    @Override
    public List<String> ids(Message fact) {
        return switch (fact.type()) {
            case "kontor.invoice.invoice-issued.v1",
                    "kontor.invoice.invoice-cancelled.v1",
                    "kontor.invoice.invoice-printed.v1",
                    TAKEN_BACK -> List.of(Long.toString(fact.as(Named.class).invoiceId()));
            case "kontor.ledger.transfer-posted.v1" -> fact.as(Posted.class).idAfter("invoice");
            default -> List.of();
        };
    }

    @Override
    public Invoice apply(String id, Invoice invoice, Message fact) {
        return switch (fact.type()) {
            case "kontor.invoice.invoice-issued.v1" ->
                invoice.issued(fact.as(Issued.class), fact.origin().isImported());
            case "kontor.invoice.invoice-cancelled.v1" -> invoice.cancelled(fact.as(Cancelled.class));
            case "kontor.invoice.invoice-printed.v1" ->
                invoice.printed(days.day(fact.as(Printed.class).at()));
            case "kontor.ledger.transfer-posted.v1" -> invoice.posted(fact.as(Posted.class));
            case TAKEN_BACK -> {
                Invoice now = invoice;
                for (Piece line : fact.as(TakenBack.class).lines()) {
                    now = now.back(line.orderItemId(), line.quantity());
                }
                yield now;
            }
            default -> invoice;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Invoice invoice) {
        List<Contribution> all = new ArrayList<>();
        invoice.prints().forEach((day, prints) -> all.add(PRINTS.at(day).adds(prints)));
        Issued issued = invoice.issued();
        if (issued != null) {
            issued(all, issued, invoice.imported());
            Cancelled cancelled = invoice.cancelled();
            if (cancelled != null) {
                cancelled(all, issued, cancelled, invoice.imported());
            }
        }
        all.addAll(Agreement.of(id, invoice));
        return all;
    }

    private static void issued(List<Contribution> all, Issued issued, boolean imported) {
        LocalDate day = issued.creationDate();
        all.add(DOCUMENTS.at(day, imported).adds(1, 0, issued.netMinor(), issued.vatMinor(), issued.grossMinor()));
        for (Issued.Line line : issued.items()) {
            all.add(TURNOVER.at(day, line.productId(), imported).adds(line.amount(), line.netMinor()));
        }
        vat(all, day, issued.vat(), imported);
        if (!imported) {
            all.add(NUMBERS.at(issued.issuerId(), day.getYear(), issued.number())
                    .adds(1));
        }
    }

    private static void cancelled(List<Contribution> all, Issued issued, Cancelled cancelled, boolean imported) {
        Cancelled.Document document = cancelled.cancellation();
        LocalDate day = document.creationDate();
        all.add(DOCUMENTS
                .at(day, imported)
                .adds(1, 1, document.netMinor(), document.vatMinor(), document.grossMinor()));
        for (Issued.Line line : issued.items()) {
            all.add(TURNOVER.at(day, line.productId(), imported).adds(-line.amount(), -line.netMinor()));
        }
        vat(all, day, cancelled.vat(), imported);
        all.add(NUMBERS.at(document.issuerId(), day.getYear(), document.number())
                .adds(1));
    }

    private static void vat(List<Contribution> all, LocalDate day, List<Issued.Vat> rates, boolean imported) {
        for (Issued.Vat rate : rates) {
            all.add(VAT.at(day, Percentage.text(rate.percentage()), imported).adds(rate.netMinor(), rate.vatMinor()));
        }
    }

    @Override
    public List<Figure> figures() {
        return List.of(TURNOVER, DOCUMENTS, VAT, PRINTS, NUMBERS);
    }
}
