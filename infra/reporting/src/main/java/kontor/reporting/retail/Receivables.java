package kontor.reporting.retail;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What invoices demand and what was paid of it (section 4). */
@Component
final class Receivables implements Subject<Receivables.Receivable> {

    public static final Figure OPEN = Figure.of("receivables")
            .by("invoiceId", "customerId", "deadline", "live")
            .measuring("openMinor", "grossMinor", "paidMinor");

    private static final String TOPIC = "kontor.ledger.receivable.v1";
    private static final String DOCUMENT_TOPIC = "kontor.invoice.invoice.v1";
    private static final String ISSUED = "kontor.invoice.invoice-issued.v1";

    /**
     * A receivable as it stands.
     *
     * @param created day of the invoice; null until it is heard of
     * @param payments days of receipt by payment that counts
     */
    public record Receivable(
            @Nullable Amounts now, boolean closed, @Nullable LocalDate created, Map<Long, LocalDate> payments) {

        private Receivable now(Amounts amounts) {
            return new Receivable(amounts, closed, created, payments);
        }

        private Receivable close() {
            return new Receivable(now, true, created, payments);
        }

        private Receivable created(LocalDate day) {
            return new Receivable(now, closed, day, payments);
        }

        private Receivable paid(Payment payment) {
            Map<Long, LocalDate> more = new TreeMap<>(payments);
            more.put(payment.paymentId(), payment.receivedOn());
            return new Receivable(now, closed, created, more);
        }

        private Receivable revoked(Payment payment) {
            Map<Long, LocalDate> fewer = new TreeMap<>(payments);
            fewer.remove(payment.paymentId());
            return new Receivable(now, closed, created, fewer);
        }
    }

    /** What is used of every event of a receivable. */
    public record Amounts(long customerId, long grossMinor, long paidMinor, LocalDate paymentDeadline) {}

    /** What is used besides of the events of payments. */
    public record Payment(long paymentId, LocalDate receivedOn) {}

    /** What is used of InvoiceIssued. */
    record Created(long invoiceId, LocalDate creationDate) {}

    @Override
    public String name() {
        return "receivable";
    }

    @Override
    public Set<String> topics() {
        return Set.of(TOPIC, DOCUMENT_TOPIC);
    }

    @Override
    public Receivable begin() {
        return new Receivable(null, false, null, Map.of());
    }

    @Override
    public List<String> ids(Message fact) {
        if (fact.topic().equals(TOPIC)) {
            return List.of(fact.key());
        }
        return fact.type().equals(ISSUED)
                ? List.of(Long.toString(fact.as(Created.class).invoiceId()))
                : List.of();
    }

    @Override
    public Receivable apply(String id, Receivable receivable, Message fact) {
        return switch (fact.type()) {
            case ISSUED -> receivable.created(fact.as(Created.class).creationDate());
            case "kontor.ledger.receivable-opened.v1" -> receivable.now(fact.as(Amounts.class));
            case "kontor.ledger.receivable-closed.v1" ->
                receivable.now(fact.as(Amounts.class)).close();
            case "kontor.ledger.invoice-payment-recorded.v1", "kontor.ledger.invoice-payment-reapplied.v1" ->
                receivable.now(fact.as(Amounts.class)).paid(fact.as(Payment.class));
            case "kontor.ledger.invoice-payment-revoked.v1" ->
                receivable.now(fact.as(Amounts.class)).revoked(fact.as(Payment.class));
            default -> receivable;
        };
    }

    @Override
    public List<Contribution> contributions(String id, Receivable receivable) {
        Amounts now = receivable.now();
        if (now == null) {
            return List.of();
        }
        long demanded = receivable.closed() ? 0 : now.grossMinor();
        return List.of(OPEN.at(id, now.customerId(), now.paymentDeadline(), !receivable.closed())
                .adds(demanded - now.paidMinor(), now.grossMinor(), now.paidMinor()));
    }

    @Override
    public List<Figure> figures() {
        return List.of(OPEN);
    }
}
