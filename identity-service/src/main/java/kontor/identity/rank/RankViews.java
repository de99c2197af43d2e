package kontor.identity.rank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads ranks. */
@Component
class RankViews {

    private static final String COLUMNS = """
            select id, name, debt_limit_minor, is_system_user, active, external_source, external_id, version from rank
            """;

    private static final Lists.Query LIST = new Lists.Query(
            COLUMNS + """
                    where (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
                    """,
            "bigint",
            Map.of("name", SortKey.text("name"), "debtLimitMinor", SortKey.number("debt_limit_minor")));

    private final Lists lists;
    private final JdbcClient jdbc;

    RankViews(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<RankView> list(ListRequest request) {
        Map<String, String @Nullable []> params = new HashMap<>();
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, LIST, params, RankViews::map);
    }

    RankView one(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(RankViews::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static RankView map(ResultSet row, int number) throws SQLException {
        return new RankView(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("debt_limit_minor", Long.class),
                row.getBoolean("is_system_user"),
                row.getBoolean("active"),
                row.getString("external_source"),
                row.getString("external_id"),
                row.getLong("version"));
    }
}
