package kontor.ledger.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kontor.ledger.receivable.Invoices.Invoice;
import kontor.ledger.receivable.Invoices.Row;

/** What an invoice demands and what was paid, by the rules as the page words them (L-31). */
final class Receivable {

    private static final String NO_ROOM = "payment-out-of-range";

    final Invoice invoice;
    final List<Payment> payments = new ArrayList<>();
    boolean isCancelled;

    /** What was paid when it was cancelled: from then on it can only become less. */
    private long ceiling;

    Receivable(Invoice invoice) {
        this.invoice = invoice;
        ceiling = invoice.gross();
    }

    /** Money in or back. */
    static final class Payment {

        final long id;
        final long amount;
        boolean isRevoked;

        Payment(long id, long amount) {
            this.id = id;
            this.amount = amount;
        }
    }

    long paid() {
        return counting().mapToLong(payment -> payment.amount).sum();
    }

    private Stream<Payment> counting() {
        return payments.stream().filter(payment -> !payment.isRevoked);
    }

    /** What has to be answered to a payment of this amount. */
    String take(long amount) {
        return isCancelled && amount > 0 ? NO_ROOM : room(amount);
    }

    String switchTo(Payment payment, boolean toRevoked) {
        if (payment.isRevoked == toRevoked) {
            return Ledger.SAME;
        }
        String answer = room(toRevoked ? -payment.amount : payment.amount);
        if (answer.isEmpty()) {
            payment.isRevoked = toRevoked;
        }
        return answer;
    }

    void cancel() {
        ceiling = paid();
        isCancelled = true;
    }

    private String room(long change) {
        long sum = paid() + change;
        return sum >= 0 && sum <= ceiling ? Ledger.DONE : NO_ROOM;
    }

    long net() {
        return isCancelled
                ? 0
                : invoice.rows().stream().mapToLong(Row::netMinor).sum();
    }

    long vat() {
        return isCancelled
                ? 0
                : invoice.rows().stream().mapToLong(Row::vatMinor).sum();
    }

    long open() {
        return net() + vat() - paid();
    }
}
