package kontor.invoice.print;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the print log. */
@Component
class PrintRows {

    private static final Lists.Query ROWS = new Lists.Query(
            "select id, copy_no, actor_id, at from print_log where invoice_id = :invoice",
            "bigint",
            Map.of("copyNo", SortKey.number("copy_no")));

    private final JdbcClient jdbc;
    private final Lists lists;

    PrintRows(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /** A print; copy 1 is the original. */
    record Print(long id, int copyNo, UUID actorId, Instant at) {}

    Page<Print> page(long invoiceId, ListRequest request) {
        boolean exists = jdbc.sql("select exists (select from invoice where id = ?)")
                .param(invoiceId)
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw new NotFound();
        }
        return lists.page(
                request,
                ROWS,
                Map.of("invoice", invoiceId),
                (row, n) -> new Print(
                        row.getLong("id"),
                        row.getInt("copy_no"),
                        row.getObject("actor_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }
}
