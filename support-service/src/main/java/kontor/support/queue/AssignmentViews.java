package kontor.support.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import kontor.support.party.Viewer;
import kontor.support.ticket.Holding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who has, or had, a ticket, for those who see the ticket. */
@Component
public class AssignmentViews {

    private static final Lists.Query ROWS =
            new Lists.Query("""
            select id, version, ticket_id, staff_id, status, started_at, last_activity_at, external_source, external_id
            from assignment
            where ticket_id = :ticketId
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("startedAt", SortKey.instant("started_at")));

    private final TicketViews tickets;
    private final JdbcClient jdbc;
    private final Lists lists;

    AssignmentViews(TicketViews tickets, JdbcClient jdbc, Lists lists) {
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.lists = lists;
    }

    Page<AssignmentView> page(long ticketId, ListRequest request, Viewer viewer) {
        tickets.one(ticketId, viewer);
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("ticketId", ticketId);
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, AssignmentViews::map);
    }

    AssignmentView one(long ticketId, long id, Viewer viewer) {
        tickets.one(ticketId, viewer);
        return jdbc.sql("select * from assignment where ticket_id = ? and id = ?")
                .params(ticketId, id)
                .query(AssignmentViews::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** For who has just taken the ticket. */
    public AssignmentView taken(long ticketId, UUID staffId) {
        return jdbc.sql("select * from assignment where ticket_id = ? and staff_id = ?")
                .params(ticketId, staffId)
                .query(AssignmentViews::map)
                .single();
    }

    private static AssignmentView map(ResultSet row, int number) throws SQLException {
        return new AssignmentView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("ticket_id"),
                row.getObject("staff_id", UUID.class),
                Holding.Status.of(row.getString("status")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant(),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
