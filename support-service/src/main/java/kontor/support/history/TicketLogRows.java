package kontor.support.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.Forbidden;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import kontor.support.party.Viewer;
import kontor.support.queue.TicketViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads logs of tickets for staff that sees the ticket and has not opened it. */
@Component
class TicketLogRows {

    private static final Lists.Query ROWS = new Lists.Query("""
            select id, actor_id, action, detail, at, external_source, external_id from ticket_log
            where ticket_id = :ticketId
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final TicketViews tickets;
    private final Lists lists;

    TicketLogRows(TicketViews tickets, Lists lists) {
        this.tickets = tickets;
        this.lists = lists;
    }

    /**
     * A move.
     *
     * @param detail old and new value with the cause, such as {@code OPEN -> PENDING (SET)}; of an assignment whose
     */
    record TicketLogRow(
            long id,
            UUID actorId,
            TicketLog.Action action,
            String detail,
            Instant at,
            @Nullable String externalSource,
            @Nullable String externalId) {

        private static TicketLogRow map(ResultSet row, int number) throws SQLException {
            return new TicketLogRow(
                    row.getLong("id"),
                    row.getObject("actor_id", UUID.class),
                    TicketLog.Action.valueOf(row.getString("action")),
                    row.getString("detail"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("external_source"),
                    row.getString("external_id"));
        }
    }

    Page<TicketLogRow> page(long ticketId, ListRequest request, Viewer viewer) {
        if (tickets.one(ticketId, viewer).creatorId().equals(viewer.memberId())) {
            throw new Forbidden();
        }
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("ticketId", ticketId);
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, TicketLogRow::map);
    }
}
