package kontor.ledger.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Times;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads members' accounts and their entries. */
@Component
class AccountRows {

    private static final String ACCOUNTS = """
            select m.id, a.currency, a.balance_minor, a.floor_minor, a.balance_minor - a.floor_minor as available_minor,
                m.rank_id, a.version
            from account a join known_member m on m.id = cast(a.owner as uuid)
            where a.kind = 'MEMBER'
            """;

    private static final Lists.Query ALL =
            new Lists.Query(ACCOUNTS + """
              and (cast(:ranks as bigint[]) is null or m.rank_id = any(:ranks))
              and (cast(:most as bigint) is null or a.balance_minor <= :most)
            """, "uuid", Map.of("creditMinor", new SortKey("balance_minor", "bigint")));

    /** In the order of posting, which is that of the account's own numbers; times of postings may cross. */
    private static final Lists.Query ENTRIES =
            new Lists.Query("""
            select e.id, e.transfer_id, t.kind, t.business_ref, t.at, e.booked_at, e.amount_minor, e.balance_after_minor,
                e.account_version
            from entry e join transfer t on t.id = e.transfer_id
            where e.account_id = :account and e.account_version is not null
              and (cast(:from as timestamptz) is null or e.booked_at >= :from)
              and (cast(:to as timestamptz) is null or e.booked_at < :to)
            """, "bigint", Map.of("bookedAt", new SortKey("account_version", "bigint")));

    private final JdbcClient jdbc;
    private final Lists lists;

    AccountRows(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    Page<AccountView> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("ranks", request.longs("rankId"));
        params.put("most", request.number("maxCreditMinor"));
        return lists.page(request, ALL, params, AccountRows::account);
    }

    AccountView one(UUID member) {
        return jdbc.sql(ACCOUNTS + " and a.owner = ?")
                .param(member.toString())
                .query(AccountRows::account)
                .optional()
                .orElseThrow(NotFound::new);
    }

    Page<StatementLine> entries(UUID member, ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("account", idOf(member));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        return lists.page(request, ENTRIES, params, AccountRows::line);
    }

    private long idOf(UUID member) {
        return jdbc.sql("select id from account where kind = 'MEMBER' and owner = ?")
                .param(member.toString())
                .query((row, n) -> row.getLong(1))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static AccountView account(ResultSet row, int number) throws SQLException {
        return new AccountView(
                row.getObject("id", UUID.class),
                row.getString("currency"),
                row.getLong("balance_minor"),
                row.getObject("floor_minor", Long.class),
                row.getObject("available_minor", Long.class),
                row.getObject("rank_id", Long.class),
                row.getLong("version"));
    }

    private static StatementLine line(ResultSet row, int number) throws SQLException {
        return new StatementLine(
                row.getLong("id"),
                row.getLong("transfer_id"),
                row.getString("kind"),
                row.getString("business_ref"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("booked_at", OffsetDateTime.class).toInstant(),
                row.getLong("amount_minor"),
                row.getLong("balance_after_minor"));
    }
}
