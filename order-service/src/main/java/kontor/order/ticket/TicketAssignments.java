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
    public boolean has(UUID staff, TicketTarget target, String targetId) {
        return jdbc.sql("select " + readableBy(target, ":targetId"))
                .param("staff", staff)
                .param("targetId", targetId)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    /**
     * The same as part of a query, beside the owner's predicate, with parameter {@code staff}, a UUID.
     *
     * @param id SQL of the thing's id as text, such as {@code cast(p.id as text)}
     */
    public static String readableBy(TicketTarget target, String id) {
        return """
                exists (select from known_assignment a
                    where a.staff_id = :staff and a.target_type = '%s' and a.target_id = %s)""".formatted(target, id);
    }
}
