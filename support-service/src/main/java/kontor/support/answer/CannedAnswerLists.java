package kontor.support.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import kontor.support.object.TargetType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads canned answers as staff sees them. */
@Component
class CannedAnswerLists {

    private static final List<String> TYPES =
            Stream.of(TargetType.values()).map(TargetType::name).toList();

    private static final String ANSWERS = """
            select a.*, t.code as target_type
            from canned_answer a
            left join target_type t on t.id = a.target_type_id
            """;

    private static final Lists.Query ROWS =
            new Lists.Query(ANSWERS + """
                    where (cast(:targetTypes as text[]) is null or t.code = any(:targetTypes))
                      and (cast(:titles as text[]) is null or a.title ilike any(:titles))
                      and (cast(:active as boolean) is null or a.active = :active)
                      and (cast(:externalIds as text[]) is null
                        or a.external_source || ':' || a.external_id = any(:externalIds))
                    """, "bigint", Map.of("title", SortKey.text("title")));

    private final Lists lists;
    private final JdbcClient jdbc;

    CannedAnswerLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<CannedAnswerView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("targetTypes", request.words("targetType", TYPES));
        params.put("titles", request.contained("title"));
        params.put("active", request.flag("active"));
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, CannedAnswerLists::map);
    }

    CannedAnswerView one(long id) {
        return jdbc.sql(ANSWERS + "where a.id = ?")
                .param(id)
                .query(CannedAnswerLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static CannedAnswerView map(ResultSet row, int number) throws SQLException {
        @Nullable String targetType = row.getString("target_type");
        return new CannedAnswerView(
                row.getLong("id"),
                row.getLong("version"),
                targetType == null ? null : TargetType.valueOf(targetType),
                row.getString("title"),
                row.getString("text"),
                row.getBoolean("active"),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
