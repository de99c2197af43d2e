package kontor.ledger.receivable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kontor.ledger.account.Journal;
import kontor.ledger.account.Money;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what was paid for invoices, or paid back; revokes payments and re-applies them (L-31). */
@Service
class Paying {

    private final Receivables receivables;
    private final InvoicePayments payments;
    private final Journal journal;
    private final Replies replies;
    private final BusinessTime time;

    Paying(Receivables receivables, InvoicePayments payments, Journal journal, Replies replies, BusinessTime time) {
        this.receivables = receivables;
        this.payments = payments;
        this.journal = journal;
        this.replies = replies;
        this.time = time;
    }

    /** An admin records money for an invoice; below 0 it was paid back. */
    record RecordPayment(
            RequestKey request,
            UUID adminId,
            long invoiceId,
            Money amount,
            LocalDate receivedOn,
            @Nullable String comment) {}

    /** An admin revokes a payment or re-applies it. */
    record SwitchPayment(RequestKey request, UUID adminId, long paymentId, boolean revoked) {}

    @Transactional
    public InvoicePaymentView pay(RecordPayment command) {
        Receivable receivable = receivables.lock(command.invoiceId()).orElseThrow(NotFound::new);

        // Look only once the lock is held: a twin of this request has by now finished, or waits behind us.
        return replies.once(command.request(), InvoicePaymentView.class, () -> {
            if (command.receivedOn().isAfter(time.today())) {
                throw new InFuture();
            }
            Instant now = time.now();
            InvoicePayment payment = payments.save(receivable.pay(command, now));
            return book(receivable, payment, now);
        });
    }

    @Transactional
    public InvoicePaymentView switchOver(SwitchPayment command) {
        long invoiceId = payments.invoiceOf(command.paymentId()).orElseThrow(NotFound::new);
        Receivable receivable = receivables.lock(invoiceId).orElseThrow(NotFound::new);

        // The receivable's lock is the payment's too, so it is read only now.
        return replies.once(command.request(), InvoicePaymentView.class, () -> {
            Instant now = time.now();
            InvoicePayment payment = payments.findById(command.paymentId()).orElseThrow(NotFound::new);
            receivable.switchOver(payment, command.revoked(), command.adminId());
            payments.note(payment.id(), command.revoked(), command.adminId(), now);
            return book(receivable, payment, now);
        });
    }

    private InvoicePaymentView book(Receivable receivable, InvoicePayment payment, Instant now) {
        receivables.save(receivable);
        journal.post(List.of(payment.posting(receivable.account(), now)));
        return payment.view();
    }
}
