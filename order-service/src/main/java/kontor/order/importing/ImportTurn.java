package kontor.order.importing;

import java.util.function.Consumer;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The turn of one request of an import: no other is at work, and it sees all that earlier ones have left. */
@Component
class ImportTurn {

    private final Replies replies;
    private final JdbcClient jdbc;

    ImportTurn(Replies replies, JdbcClient jdbc) {
        this.replies = replies;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    <R> ImportReport take(RequestKey key, Sent<R> sent, Consumer<ImportRows<R>> effect) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('import ' || cast(? as text), 0))")
                .param(sent.source())
                .query((row, n) -> n)
                .list();
        // Look only now: a twin of this request has by now finished, or waits behind us.
        return replies.once(key, ImportReport.class, () -> {
            ImportRows<R> rows = ImportRows.of(sent, jdbc);
            effect.accept(rows);
            return rows.report();
        });
    }
}
