package kontor.catalog.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kontor.catalog.product.Assortment;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.RowRefused;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The turn of one request of an import: the catalog stands still, and all that earlier requests have left is seen. */
@Component
class ImportTurn {

    private final Assortment assortment;
    private final Replies replies;
    private final JdbcClient jdbc;

    ImportTurn(Assortment assortment, Replies replies, JdbcClient jdbc) {
        this.assortment = assortment;
        this.replies = replies;
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    ImportReport take(RequestKey key, Supplier<ImportReport> effect) {
        assortment.holdStill();
        return replies.once(key, ImportReport.class, effect);
    }

    /** Ids of what is here already, by external id. */
    Map<String, Long> known(String table, String source, Collection<String> externalIds) {
        Map<String, Long> known = new HashMap<>();
        jdbc.sql("select external_id, id from %s where external_source = ? and external_id = any(?)".formatted(table))
                .params(source, externalIds.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), row.getLong(2));
                });
        return known;
    }

    /** Two rows with one external id would be two answers to one question. */
    static <R> void requireDistinct(String list, List<R> rows, Function<R, String> externalId) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!seen.add(externalId.apply(rows.get(i)))) {
                throw new RowRefused("/%s/%d/externalId".formatted(list, i), new Duplicate("The external id"));
            }
        }
    }
}
