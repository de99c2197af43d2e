package kontor.chat.context;

import java.util.UUID;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which member of staff has which ticket now. */
@Component
public class KnownAssignments {

    private final JdbcClient jdbc;

    KnownAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether he has a ticket about this purchase. */
    public boolean hasOnPurchase(UUID staffId, long purchaseId) {
        return exists("staff_id = ? and purchase_id = ?", staffId, purchaseId);
    }

    /** Whether he has this ticket. */
    public boolean hasTicket(UUID staffId, long ticketId) {
        return exists("staff_id = ? and ticket_id = ?", staffId, ticketId);
    }

    private boolean exists(String condition, UUID staffId, long id) {
        return jdbc.sql("select exists (select from known_assignment where %s)".formatted(condition))
                .params(SqlValues.of(staffId, id))
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /** One at a time has a ticket, so who takes it over replaces the other, whichever of both facts comes first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(long ticketId, UUID staffId, @Nullable Long purchaseId) {
        jdbc.sql("""
                        insert into known_assignment (ticket_id, staff_id, purchase_id) values (?, ?, ?)
                        on conflict (ticket_id) do update set staff_id = excluded.staff_id,
                            purchase_id = excluded.purchase_id
                        """)
                .params(SqlValues.of(ticketId, staffId, purchaseId))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void end(long ticketId, UUID staffId) {
        jdbc.sql("delete from known_assignment where ticket_id = ? and staff_id = ?")
                .params(SqlValues.of(ticketId, staffId))
                .update();
    }
}
