package kontor.order.ticket;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has which ticket now. */
@Component
public class TicketAssignments {

    private final JdbcClient jdbc;

    TicketAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the member of staff has a ticket on it. */
    public boolean has(UUID staff, TicketTarget target, long targetId) {
        return jdbc.sql("select :targetId in (%s)".formatted(idsOf(target)))
                .param("me", staff)
                .param("targetId", targetId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /**
     * SQL of the ids of what his tickets are about, to stand beside the owner's predicate; {@code me} is the staff. Who
     * is none any more has none, even if the end of his assignments is not heard of yet.
     */
    public static String idsOf(TicketTarget target) {
        return """
                select a.target_id from known_assignment a join known_member k on k.id = a.staff_id
                where a.staff_id = :me and a.target_type = '%s' and (k.staff_level > 0 or k.admin)""".formatted(target);
    }
}
