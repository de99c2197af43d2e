package kontor.invoice.ticket;

import kontor.platform.security.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has which ticket now, of those about invoices. */
@Component
public class TicketAssignments {

    private final JdbcClient jdbc;

    TicketAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether he has a ticket on it; only staff that does not read all anyway is asked for. */
    public boolean has(Caller caller, long invoiceId) {
        return caller.staffLevel() > 0
                && !caller.isAdmin()
                && jdbc.sql("select exists (select from known_assignment where staff_id = ? and invoice_id = ?)")
                        .params(caller.memberId(), invoiceId)
                        .query((row, n) -> row.getBoolean(1))
                        .single();
    }
}
