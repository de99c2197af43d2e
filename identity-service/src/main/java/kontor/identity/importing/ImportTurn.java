package kontor.identity.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import kontor.identity.state.AdminSet;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.RowRefused;
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
    private final AdminSet admins;
    private final JdbcClient jdbc;

    ImportTurn(Replies replies, AdminSet admins, JdbcClient jdbc) {
        this.replies = replies;
        this.admins = admins;
        this.jdbc = jdbc;
    }

    /** Histories may say that somebody is no admin any more who has become the last one here (I-7). */
    @Transactional(propagation = Propagation.MANDATORY)
    ImportReport take(RequestKey key, Supplier<ImportReport> effect) {
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
        Map<String, Object> known = new HashMap<>();
        jdbc.sql("select external_id, id from %s where external_source = ? and external_id = any(?)".formatted(table))
                .params(source, externalIds.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString(1), row.getObject(2));
                });
        return known;
    }

    /** Two rows with one external id would be two answers to one question. */
    static <R> void requireDistinct(String list, List<R> rows, Function<R, ?> externalId) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!seen.add(externalId.apply(rows.get(i)))) {
                throw new RowRefused("/%s/%d/externalId".formatted(list, i), new Duplicate("The external id"));
            }
        }
    }
}
