package kontor.catalog.vat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import kontor.catalog.core.Decimals;
import kontor.platform.rejection.NotFound;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads VAT rates as callers see them. */
@Component
class VatRateLists {

    private static final String COLUMNS =
            "select id, version, percentage, name, valid_from, external_source, external_id from vat_rate ";

    private static final Lists.Query ROWS =
            new Lists.Query(COLUMNS + """
                    where (cast(:externalIds as text[]) is null
                        or external_source || ':' || external_id = any(:externalIds))
                    """, "bigint", Map.of("percentage", SortKey.number("percentage")));

    private final Lists lists;
    private final JdbcClient jdbc;

    VatRateLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<VatRateView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, VatRateLists::map);
    }

    VatRateView one(long id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(VatRateLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static VatRateView map(ResultSet row, int number) throws SQLException {
        return new VatRateView(
                row.getLong("id"),
                row.getLong("version"),
                Decimals.plain(row.getBigDecimal("percentage")),
                row.getString("name"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
