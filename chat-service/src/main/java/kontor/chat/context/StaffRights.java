package kontor.chat.context;

import java.util.UUID;
import kontor.chat.conversation.Context;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * By which right staff is in a conversation: he has the ticket that it belongs to, or one about its purchase; admins
 * help with every purchase (H-3, H-4).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class StaffRights {

    private final JdbcClient jdbc;

    StaffRights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One at a time has a ticket, so who takes it over replaces the other, whichever of both facts comes first. */
    public void take(long ticketId, UUID staffId, @Nullable Long purchaseId) {
        jdbc.sql("""
                        insert into known_assignment (ticket_id, staff_id, purchase_id) values (?, ?, ?)
                        on conflict (ticket_id) do update set staff_id = excluded.staff_id,
                            purchase_id = excluded.purchase_id
                        """).params(SqlValues.of(ticketId, staffId, purchaseId)).update();
    }

    public void end(long ticketId, UUID staffId) {
        jdbc.sql("delete from known_assignment where ticket_id = ? and staff_id = ?")
                .params(SqlValues.of(ticketId, staffId))
                .update();
    }

    /** Whether he may be in a conversation about this. */
    public boolean holds(UUID staffId, Context context) {
        return hasTicket(staffId, context, "") || (context.type() == Context.Type.PURCHASE && isAdmin(staffId, ""));
    }

    /** Whether he has a ticket on this, which he keeps until the transaction ends. */
    public boolean keepsTicket(UUID staffId, Context context) {
        return hasTicket(staffId, context, " for share");
    }

    /** Whether he is an admin, which he stays until the transaction ends; asked before any conversation is locked. */
    public boolean staysAdmin(UUID memberId) {
        return isAdmin(memberId, " for share");
    }

    private boolean hasTicket(UUID staffId, Context context, String lock) {
        return switch (context.type()) {
            case TICKET -> exists("ticket_id", staffId, context.id(), lock);
            case PURCHASE -> exists("purchase_id", staffId, context.id(), lock);
            case LISTING -> false; // nobody helps with a private talk
        };
    }

    private boolean exists(String column, UUID staffId, long id, String lock) {
        return !jdbc.sql("select ticket_id from known_assignment where staff_id = ? and %s = ?%s"
                        .formatted(column, lock))
                .params(SqlValues.of(staffId, id))
                .query((row, n) -> row.getLong(1))
                .list()
                .isEmpty();
    }

    private boolean isAdmin(UUID memberId, String lock) {
        return jdbc.sql("select id from known_member where id = ? and admin and verified and active" + lock)
                .param(memberId)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional()
                .isPresent();
    }
}
