package kontor.bench.yardstick;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kontor.bench.shop.Good;

/** All rows of a purchase by one prepared statement, which commits itself: one trip to the server. */
final class PurchaseStatement implements Deed {

    private static final String ROWS = """
        with claim as (
            insert into reply (caller, operation, key, fingerprint, status, body, at)
            values (?, 'POST /api/v1/shelf-purchases', ?, ?, 200, ?, now())
        ), debit as (
            update account set balance_minor = balance_minor - ?, version = version + 1
            where id = ? and balance_minor - ? >= floor_minor
            returning id, balance_minor, floor_minor, version
        ), bought as (
            insert into shelf_purchase (id, cart_id, at, entered_at, member_id, product_id, product_version,
                unit_net_minor, vat_percentage, unit_price_minor, amount, total_minor, entered_via)
            select ?, ?, now(), now(), ?, ?, ?, ?, ?, ?, 1, ?, 'SELF' from debit
        ), moved as (
            insert into transfer (id, kind, business_ref, at, booked_at, actor_id)
            select ?, 'SHELF', ?, now(), now(), ? from debit
            returning id
        ), booked as (
            insert into entry (id, transfer_id, account_id, amount_minor, balance_after_minor, floor_at_minor,
                account_version, booked_at)
            select line.id, moved.id, line.account, line.amount, line.balance, line.floor, line.version, now()
            from moved, debit, lateral (values
                (?::bigint, debit.id, ?::bigint, debit.balance_minor, debit.floor_minor, debit.version),
                (?, {shelf sales}, ?, null, null, null),
                (?, ?, ?, null, null, null)) as line (id, account, amount, balance, floor, version)
            where line.amount <> 0
        ), told as (
            insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id)
            select event.id, event.topic, event.key, 1, event.type, event.payload, now(), ?::uuid, ?
            from debit, (values
                (?::uuid, 'kontor.ledger.shelf-purchase.v1', ?, 'kontor.ledger.shelf-purchase-made.v1', ?),
                (?::uuid, 'kontor.ledger.transfer.v1', ?, 'kontor.ledger.transfer-posted.v1', ?))
                as event (id, topic, key, type, payload)
        ){one balance for all}
        select balance_minor from debit
        """;

    private static final String ONE_BALANCE_FOR_ALL = """
        , shared as (
            update account set balance_minor = balance_minor + ?, version = version + 1 where id = {shelf sales}
        )\
        """;

    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    private final PreparedStatement statement;
    private final LedgerTables tables;
    private final List<Good> goods;
    private final boolean hot;
    private final int worker;
    private final String purchaseMade = Examples.of("ledger/shelf-purchase-made");
    private final String transferPosted = Examples.of("ledger/transfer-posted");
    private final String reply =
            "{\"cartId\":901,\"purchases\":[%s],\"creditAfterMinor\":3736}".formatted(purchaseMade);
    private int parameter;

    PurchaseStatement(LedgerTables tables, List<Good> goods, boolean hot, Connection connection, int worker)
            throws SQLException {
        this.tables = tables;
        this.goods = goods;
        this.hot = hot;
        this.worker = worker;
        this.statement =
                connection.prepareStatement(ROWS.replace("{one balance for all}", hot ? ONE_BALANCE_FOR_ALL : "")
                        .replace("{shelf sales}", Long.toString(LedgerTables.SHELF_SALES)));
    }

    /** Buys with the next of the worker's own accounts; whether it was within the limit. */
    @Override
    public boolean happens(int turn) throws SQLException {
        List<LedgerTables.Account> accounts = tables.accounts();
        Good good = goods.get(turn % goods.size());
        LedgerTables.Account account = accounts.get((worker + turn * Yardstick.CONNECTIONS) % accounts.size());
        return buy(account, good, tables.vatAccount(good.vatPercentage()), tables.nextNumber());
    }

    private boolean buy(LedgerTables.Account account, Good good, long vatAccount, long number) throws SQLException {
        long total = good.unitPriceMinor();
        String member = account.member().toString();
        parameter = 0;
        set(member, "bench-" + number, FINGERPRINT, reply);
        set(total, account.id(), total);
        set(number, number, account.member(), good.productId(), good.version(), good.unitNetMinor());
        set(good.vatPercentage(), good.unitPriceMinor(), total);
        set(number, "shelf:%d:1".formatted(number), account.member());
        set(number * 3, -total);
        set(number * 3 + 1, good.unitNetMinor());
        set(number * 3 + 2, vatAccount, good.vatMinor());
        set(account.member(), "bench-" + number);
        set(UUID.randomUUID(), Long.toString(number), purchaseMade);
        set(UUID.randomUUID(), Long.toString(number), transferPosted);
        if (hot) {
            set(good.unitNetMinor());
        }
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private void set(Object... values) throws SQLException {
        for (Object value : values) {
            statement.setObject(++parameter, value);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
