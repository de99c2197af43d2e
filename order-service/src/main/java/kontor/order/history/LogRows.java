package kontor.order.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.order.party.Owner;
import kontor.order.ticket.OrderReaders;
import kontor.platform.rejection.NotFound;
import kontor.platform.security.Caller;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads logs of orders; whose order it is is part of the query. */
@Component
class LogRows {

    private static final Lists.Query ROWS = new Lists.Query("""
            select id, item_id, actor_id, action, detail, at, external_source, external_id from order_log
            where order_id = :orderId
              and (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("at", SortKey.instant("at")));

    private final JdbcClient jdbc;
    private final Lists lists;
    private final OrderReaders readers;

    LogRows(JdbcClient jdbc, Lists lists, OrderReaders readers) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.readers = readers;
    }

    /**
     * A change.
     *
     * @param itemId the item it was, null for the order as a whole
     * @param detail old and new value, such as {@code NEW -> PACKAGED}
     */
    record LogRow(
            long id,
            @Nullable Long itemId,
            UUID actorId,
            String action,
            String detail,
            Instant at,
            @Nullable String externalSource,
            @Nullable String externalId) {

        private static LogRow map(ResultSet row, int number) throws SQLException {
            return new LogRow(
                    row.getLong("id"),
                    row.getObject("item_id", Long.class),
                    row.getObject("actor_id", UUID.class),
                    row.getString("action"),
                    row.getString("detail"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("external_source"),
                    row.getString("external_id"));
        }
    }

    Page<LogRow> page(long orderId, ListRequest request, Caller caller) {
        requireVisible(orderId, readers.of(caller, orderId));
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("orderId", orderId);
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, LogRow::map);
    }

    private void requireVisible(long orderId, Owner owner) {
        boolean isVisible = jdbc.sql("""
                        select exists (select from retail_order
                            where id = :id and (cast(:owner as bigint) is null or customer_id = :owner))
                        """)
                .param("id", orderId)
                .param("owner", owner.customerId())
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (!isVisible) {
            throw new NotFound();
        }
    }
}
