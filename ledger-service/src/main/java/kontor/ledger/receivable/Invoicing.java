package kontor.ledger.receivable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.CommunityAccounts;
import kontor.ledger.account.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens receivables as invoices are issued, and closes them as they are cancelled, each once (L-31). */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Invoicing {

    private static final Comparator<CommunityAccount> IN_ONE_ORDER =
            Comparator.comparing(CommunityAccount::kind).thenComparing(CommunityAccount::owner);

    private final Receivables receivables;
    private final CommunityAccounts accounts;
    private final Journal journal;

    Invoicing(Receivables receivables, CommunityAccounts accounts, Journal journal) {
        this.receivables = receivables;
        this.accounts = accounts;
        this.journal = journal;
    }

    /** Makes sure that all accounts are there, in one order, so that no two who do so wait for each other. */
    void prepare(List<IssuedInvoice> invoices) {
        invoices.stream()
                .flatMap(IssuedInvoice::accounts)
                .distinct()
                .sorted(IN_ONE_ORDER)
                .forEach(accounts::open);
    }

    /** @param bookedAt time of the event */
    void open(IssuedInvoice invoice, Instant bookedAt) {
        if (!receivables.existsByInvoiceId(invoice.invoiceId())) {
            receivables.save(new Receivable(invoice));
            journal.post(List.of(invoice.posting(bookedAt)));
        }
    }

    /**
     * Takes back exactly what was posted for the invoice. An invoice that another shop had issued was never posted.
     *
     * @param cancelledAt time of the fact
     * @param bookedAt time of the event
     */
    void close(long invoiceId, Instant cancelledAt, Instant bookedAt) {
        receivables
                .lock(invoiceId)
                .filter(receivable -> !receivable.isCancelled())
                .ifPresent(receivable -> {
                    receivable.close();
                    receivables.save(receivable);
                    journal.reverse(Receivable.reference(invoiceId, 1), receivable.cancellation(cancelledAt, bookedAt));
                });
    }
}
