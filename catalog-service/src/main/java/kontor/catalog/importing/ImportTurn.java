package kontor.catalog.importing;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import kontor.catalog.product.Assortment;
import kontor.platform.importing.ImportReport;
import kontor.platform.importing.ImportRows;
import kontor.platform.importing.ImportRows.Sent;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The turn of one request of an import: the catalog stands still, and all that earlier requests have left is seen. */
@Component
public class ImportTurn {

    private final Assortment assortment;
    private final Replies replies;
    private final JdbcClient jdbc;

    ImportTurn(Assortment assortment, Replies replies, JdbcClient jdbc) {
        this.assortment = assortment;
        this.replies = replies;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public <R> ImportReport take(RequestKey key, Sent<R> sent, Consumer<ImportRows<R>> effect) {
        assortment.holdStill();
        return replies.once(key, ImportReport.class, () -> {
            ImportRows<R> rows = ImportRows.of(sent, jdbc);
            effect.accept(rows);
            return rows.report();
        });
    }

    /** Ids of what is here already, by external id. */
    Map<String, Object> known(String table, String source, Collection<String> externalIds) {
        return ImportRows.known(jdbc, table, source, externalIds);
    }
}
