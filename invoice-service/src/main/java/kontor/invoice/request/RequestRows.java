package kontor.invoice.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads requests. */
@Component
class RequestRows {

    private final JdbcClient jdbc;

    RequestRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    RequestView one(long id) {
        return jdbc.sql("select * from invoice_request where id = ?")
                .param(id)
                .query(RequestRows::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static RequestView map(ResultSet row, int number) throws SQLException {
        return new RequestView(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("order_id"),
                row.getObject("delivery_date", LocalDate.class),
                row.getObject("requested_by", UUID.class),
                InvoiceRequest.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("invoice_id", Long.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
