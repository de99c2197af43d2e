package kontor.invoice.print;

import java.time.Clock;
import java.time.Instant;
import kontor.invoice.invoice.InvoiceFact;
import kontor.invoice.invoice.InvoiceView;
import kontor.platform.security.Caller;
import kontor.platform.store.Audit;
import kontor.platform.store.SqlValues;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts prints: number, log row and event in one transaction, each number once (V-10). */
@Service
class Counting {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Replies replies;
    private final Audit audit;
    private final Clock clock;

    Counting(JdbcClient jdbc, ApplicationEventPublisher events, Replies replies, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.replies = replies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody else was faster and has got this number: what was rendered for it must not be given away. */
    static final class CopyTaken extends RuntimeException {

        CopyTaken() {
            super("The copy is somebody else's.", null, false, false);
        }
    }

    /**
     * Counts the next print.
     *
     * @param copy the number that the document was rendered for; {@link CopyTaken} if it is not the next any more
     * @return the one that counts for the key: this one, or an earlier one if the request was sent before
     */
    @Transactional
    public Copy count(InvoiceView invoice, Copy copy, Caller caller, RequestKey key) {
        return replies.once(key, Copy.class, () -> {
            int counted = jdbc.sql("""
                            update invoice set printed_copies = printed_copies + 1
                            where id = ? and printed_copies = ?
                            """).params(invoice.id(), copy.copyNo() - 1).update();
            if (counted == 0) {
                throw new CopyTaken();
            }
            log(invoice, copy, caller);
            return copy;
        });
    }

    private void log(InvoiceView invoice, Copy copy, Caller caller) {
        Instant now = clock.instant();
        jdbc.sql("insert into print_log (invoice_id, copy_no, actor_id, at) values (?, ?, ?, ?)")
                .params(SqlValues.of(invoice.id(), copy.copyNo(), caller.memberId(), now))
                .update();
        if (caller.isAdmin()) {
            audit.record("print-invoice", "invoice", invoice.id());
        }
        events.publishEvent(new InvoiceFact.InvoicePrinted(
                invoice.orderId(), invoice.id(), invoice.number(), copy.copyNo(), now, caller.memberId()));
    }
}
