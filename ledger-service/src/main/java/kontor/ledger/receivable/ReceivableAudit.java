package kontor.ledger.receivable;

import kontor.ledger.receivable.ReceivableFact.InvoicePaymentReapplied;
import kontor.ledger.receivable.ReceivableFact.InvoicePaymentRecorded;
import kontor.ledger.receivable.ReceivableFact.InvoicePaymentRevoked;
import kontor.ledger.receivable.ReceivableFact.OfPayment;
import kontor.ledger.receivable.ReceivableFact.ReceivableClosed;
import kontor.ledger.receivable.ReceivableFact.ReceivableOpened;
import kontor.platform.store.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each change of a receivable is a privileged one (G-45), of whoever issued, cancelled or wrote down what was paid. */
@Component
class ReceivableAudit {

    private final Audit audit;

    ReceivableAudit(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void on(ReceivableFact fact) {
        switch (fact) {
            case ReceivableOpened opened -> audit.record("open-receivable", "receivable", opened.invoiceId());
            case ReceivableClosed closed -> audit.record("close-receivable", "receivable", closed.invoiceId());
            case InvoicePaymentRecorded recorded -> payment("record-invoice-payment", recorded);
            case InvoicePaymentRevoked revoked -> payment("revoke-invoice-payment", revoked);
            case InvoicePaymentReapplied reapplied -> payment("reapply-invoice-payment", reapplied);
        }
    }

    private void payment(String action, OfPayment fact) {
        audit.record(action, "invoice-payment", fact.state().paymentId());
    }
}
