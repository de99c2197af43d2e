package kontor.order.release;

import java.time.Clock;
import java.util.Optional;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What questions of invoice-service were answered; asked twice, the first answer counts (G-35). */
@Component
class InvoiceAnswers {

    private final JdbcClient jdbc;
    private final Clock clock;

    InvoiceAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer; released unless refused for a reason. */
    record Answer(@Nullable String refusedCode) {}

    Optional<Answer> find(long requestId) {
        return jdbc.sql("select refused_code from invoice_answer where request_id = ?")
                .param(requestId)
                .query((row, n) -> new Answer(row.getString(1)))
                .optional();
    }

    void keep(long requestId, long orderId, Answer answer) {
        jdbc.sql("insert into invoice_answer (request_id, order_id, refused_code, at) values (?, ?, ?, ?)")
                .params(SqlValues.of(requestId, orderId, answer.refusedCode(), clock.instant()))
                .update();
    }
}
