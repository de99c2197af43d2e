package kontor.identity.importing;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kontor.identity.state.AdminSet;
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
public class ImportTurn {

    private final Replies replies;
    private final AdminSet admins;
    private final JdbcClient jdbc;

    ImportTurn(Replies replies, AdminSet admins, JdbcClient jdbc) {
        this.replies = replies;
        this.admins = admins;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public <R> ImportReport take(RequestKey key, Sent<R> sent, Consumer<ImportRows<R>> effect) {
        return take(key, () -> {
            ImportRows<R> rows = ImportRows.of(sent, jdbc);
            effect.accept(rows);
            return rows.report();
        });
    }

    /** Histories may say that somebody is no admin any more who has become the last one here (I-7). */
    @Transactional(propagation = Propagation.MANDATORY)
    public ImportReport take(RequestKey key, Supplier<ImportReport> effect) {
        return replies.once(key, ImportReport.class, () -> {
            // The set that everything about admins locks first keeps the imports apart as well.
            admins.lock();
            ImportReport report = effect.get();
            admins.requireOneLeft();
            return report;
        });
    }

    /** Ids of what is here already, by external id. */
    Map<String, Object> known(String table, String source, List<String> externalIds) {
        return ImportRows.known(jdbc, table, source, externalIds);
    }
}
