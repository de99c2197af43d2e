package kontor.support.ticket;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import kontor.platform.store.SqlValues;
import kontor.support.ticket.TicketFact.AssignmentEnded;
import kontor.support.ticket.TicketFact.TicketAssigned;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of who has, or had, which ticket: one per ticket and member of staff, written from what its ticket tells. At
 * most one of a ticket is ACTIVE, which the database guards too.
 */
@Component
class Assignments {

    /** SQL of what member {@code m} may do as staff, as {@code Caller.staffLevel} has it. */
    static final String STAFF_LEVEL = """
            coalesce(case when m.verified and m.active then case when m.admin then 3 else m.staff_level end end, 0)""";

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The staff has done something about the ticket, or written in it (S-8). */
    record Worked(long ticketId, UUID staffId, Instant at) {}

    /** All of a ticket, whose row has to be locked. */
    List<Holding> of(long ticketId) {
        return jdbc.sql("""
                        select a.staff_id, %s as staff_level, a.status, a.last_activity_at
                        from assignment a left join known_member m on m.id = a.staff_id
                        where a.ticket_id = ?
                        """.formatted(STAFF_LEVEL))
                .param(ticketId)
                .query((row, n) -> new Holding(
                        row.getObject("staff_id", UUID.class),
                        row.getInt("staff_level"),
                        Holding.Status.of(row.getString("status")),
                        row.getObject("last_activity_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @EventListener
    void on(TicketFact fact) {
        switch (fact) {
            case TicketAssigned assigned -> activate(assigned);
            case AssignmentEnded ended -> end(ended);
            case TicketFact.TicketClosed closed -> closeAll(closed.ticketId());
            case TicketFact.TicketEscalated escalated -> worked(escalated);
            case TicketFact.TicketPriorityChanged changed -> worked(changed);
            case TicketFact.TicketStatusChanged changed -> worked(changed);
            case TicketFact.TicketOpened ignored -> {}
            case TicketFact.TicketAnswered ignored -> {} // was a message, which moves it already
            case TicketFact.TicketSlaBreached ignored -> {}
        }
    }

    @EventListener
    void on(Worked worked) {
        jdbc.sql("""
                        update assignment set last_activity_at = greatest(last_activity_at, ?), version = version + 1
                        where ticket_id = ? and staff_id = ? and status = 'A'
                        """)
                .params(SqlValues.of(worked.at(), worked.ticketId(), worked.staffId()))
                .update();
    }

    /** The creator and the System have no row. */
    private void worked(TicketFact fact) {
        on(new Worked(fact.ticketId(), fact.actor().actorId(), fact.at()));
    }

    /** Who had it before starts where he started (S-6). */
    private void activate(TicketAssigned assigned) {
        jdbc.sql("""
                        insert into assignment (ticket_id, staff_id, started_at, last_activity_at, status)
                        values (?, ?, ?, ?, 'A')
                        on conflict on constraint assignment_once do update set status = 'A',
                            last_activity_at = excluded.last_activity_at, version = assignment.version + 1
                        """)
                .params(SqlValues.of(assigned.ticketId(), assigned.staffId(), assigned.at(), assigned.at()))
                .update();
    }

    private void end(AssignmentEnded ended) {
        jdbc.sql("""
                        update assignment set status = 'I', version = version + 1
                        where ticket_id = ? and staff_id = ? and status = 'A'
                        """).params(ended.ticketId(), ended.staffId()).update();
    }

    private void closeAll(long ticketId) {
        jdbc.sql("update assignment set status = 'C', version = version + 1 where ticket_id = ?")
                .param(ticketId)
                .update();
    }
}
