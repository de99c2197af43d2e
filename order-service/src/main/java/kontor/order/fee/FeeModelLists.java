package kontor.order.fee;

import java.math.BigDecimal;
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

/** Reads fee models as callers see them. */
@Component
class FeeModelLists {

    private static final String MODELS = "select * from fee_model ";

    private static final Lists.Query ROWS = new Lists.Query(
            MODELS + """
                    where (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """, "bigint", Map.of("validFrom", SortKey.instant("valid_from"), "name", SortKey.text("name")));

    private final Lists lists;
    private final JdbcClient jdbc;

    FeeModelLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<FeeModelView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, FeeModelLists::map);
    }

    FeeModelView one(long id) {
        return jdbc.sql(MODELS + "where id = ?")
                .param(id)
                .query(FeeModelLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static FeeModelView map(ResultSet row, int number) throws SQLException {
        FeeModel model = FeeModels.map(row);
        return new FeeModelView(
                row.getLong("id"),
                model.name(),
                plain(model.percent()),
                model.fixedMinor(),
                model.minMinor(),
                model.maxMinor(),
                model.validFrom(),
                row.getString("external_source"),
                row.getString("external_id"));
    }

    /** Without trailing zeros and exponent: 4, 2.5, 0. */
    private static BigDecimal plain(BigDecimal percent) {
        return new BigDecimal(percent.stripTrailingZeros().toPlainString());
    }
}
