package kontor.identity.rank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Looks up ranks for other features and keeps them from being edited until the transaction ends. */
@Component
public class RankBook {

    /** A rank that is held as it is. */
    public record Held(long id, RankTerms terms) {}

    private static final String COLUMNS = "select id, name, debt_limit_minor, is_system_user, active from rank ";

    private final JdbcClient jdbc;
    private final RankSettings settings;

    RankBook(JdbcClient jdbc, RankSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Whoever edits the rank waits, and then also finds the member who is just getting it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Held> hold(long rankId) {
        return jdbc.sql(COLUMNS + "where id = ? for share")
                .param(rankId)
                .query(RankBook::map)
                .optional();
    }

    /** Several, in id order; what there is not is missing in the answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Long, Held> holdAll(Collection<Long> rankIds) {
        return jdbc
                .sql(COLUMNS + "where id = any(?) order by id for share")
                .param(rankIds.toArray(Long[]::new))
                .query(RankBook::map)
                .list()
                .stream()
                .collect(Collectors.toMap(Held::id, held -> held));
    }

    /** Of whom no admin has judged; its name is a setting. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Held holdDefault() {
        return jdbc.sql(COLUMNS + """
                                where casefold(name collate "pg_unicode_fast") = casefold(? collate "pg_unicode_fast")
                                for share
                                """)
                .param(settings.defaultRank())
                .query(RankBook::map)
                .optional()
                .orElseThrow(() -> new IllegalStateException("There is no rank " + settings.defaultRank()));
    }

    private static Held map(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getLong("id"),
                new RankTerms(
                        row.getString("name"),
                        row.getObject("debt_limit_minor", Long.class),
                        row.getBoolean("is_system_user"),
                        row.getBoolean("active")));
    }
}
