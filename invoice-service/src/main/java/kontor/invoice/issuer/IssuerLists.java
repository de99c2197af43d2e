package kontor.invoice.issuer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.SqlValues;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads issuers as callers see them. */
@Component
class IssuerLists {

    private static final Lists.Query ROWS =
            new Lists.Query("""
            select * from issuer
            where (cast(:externalIds as text[]) is null or external_source || ':' || external_id = any(:externalIds))
            """, "bigint", Map.of("validFrom", SortKey.instant("valid_from")));

    private final Lists lists;
    private final JdbcClient jdbc;

    IssuerLists(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    Page<IssuerView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("externalIds", request.texts("externalId"));
        return lists.page(request, ROWS, params, IssuerLists::map);
    }

    IssuerView one(long id) {
        return jdbc.sql("select * from issuer where id = ?")
                .param(id)
                .query(IssuerLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    IssuerView inEffect(Instant at) {
        return jdbc.sql(IssuerBook.IN_EFFECT)
                .params(SqlValues.of(at))
                .query(IssuerLists::map)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static IssuerView map(ResultSet row, int number) throws SQLException {
        return new IssuerView(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("name"),
                row.getString("zip_code"),
                row.getString("city"),
                row.getString("street"),
                row.getString("country"),
                row.getString("tax_identifier"),
                row.getString("bank_account"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                row.getString("external_source"),
                row.getString("external_id"));
    }
}
