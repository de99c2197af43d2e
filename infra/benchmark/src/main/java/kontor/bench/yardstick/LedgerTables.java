package kontor.bench.yardstick;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kontor.bench.measure.Contestant;
import kontor.bench.shop.Good;
import org.jspecify.annotations.Nullable;

/** The ledger's tables for Y1 and Y1h, with accounts of members who can pay for everything. */
public final class LedgerTables implements AutoCloseable {

    static final long SHELF_SALES = 3;

    private static final long FIRST_ACCOUNT = 1_000;
    private static final long CREDIT = 1_000_000_000_000L;

    private final ScratchDatabase database;
    private final Map<BigDecimal, Long> vatAccounts = new TreeMap<>();
    private final List<Account> accounts = new ArrayList<>();

    private LedgerTables(ScratchDatabase database) {
        this.database = database;
    }

    /** A member's account. */
    record Account(long id, UUID member) {}

    /**
     * Makes the database anew.
     *
     * @param appRole stands for the ledger's role in its migrations
     */
    public static LedgerTables create(
            Server server, String name, Path checkout, String appRole, int accounts, List<BigDecimal> vatPercentages) {
        LedgerTables tables = new LedgerTables(ScratchDatabase.create(server, name));
        try {
            tables.database.addTables("public", checkout, "ledger", appRole);
            try (Connection inside = tables.database.connect()) {
                loosen(inside);
                tables.open(inside, accounts, vatPercentages);
            }
            return tables;
        } catch (SQLException cause) {
            throw new IllegalStateException("The tables of the yardstick could not be made.", cause);
        }
    }

    private static void loosen(Connection inside) throws SQLException {
        ScratchDatabase.withoutTriggers(
                inside, List.of("transfer", "entry", "shelf_purchase", "account", "outbox", "reply"));
        // Y1h stores the balance of a community account, which the ledger forbids for what Y1h shows.
        ScratchDatabase.execute(inside, "alter table account drop constraint account_community_stores_nothing");
        // The ledger's own one makes way for those that are opened here.
        ScratchDatabase.execute(inside, "delete from account where kind = 'VAT_PAYABLE'");
    }

    private void open(Connection inside, int count, List<BigDecimal> vatPercentages) throws SQLException {
        String sql = """
            insert into account (id, kind, owner, currency, balance_minor, floor_minor)
            values (?, ?, ?, 'EUR', ?, ?)
            """;
        try (PreparedStatement insert = inside.prepareStatement(sql)) {
            long id = FIRST_ACCOUNT;
            for (BigDecimal percentage : vatPercentages) {
                if (vatAccounts.putIfAbsent(percentage, id) == null) {
                    add(insert, id++, "VAT_PAYABLE", percentage.toPlainString(), 0, null);
                }
            }
            for (int number = 0; number < count; number++) {
                Account account = new Account(id++, UUID.randomUUID());
                accounts.add(account);
                add(insert, account.id(), "MEMBER", account.member().toString(), CREDIT, 0L);
            }
            insert.executeBatch();
        }
    }

    private static void add(
            PreparedStatement insert, long id, String kind, String owner, long balance, @Nullable Long floor)
            throws SQLException {
        insert.setLong(1, id);
        insert.setString(2, kind);
        insert.setString(3, owner);
        insert.setLong(4, balance);
        insert.setObject(5, floor);
        insert.addBatch();
    }

    /** Y1: each worker with members of its own so that no row is hot. */
    public Contestant spread(List<Good> goods) {
        return yardstick("Y1", goods, false);
    }

    /** Y1h: the same, and every purchase updates the balance of one community account besides. */
    public Contestant oneHotRow(List<Good> goods) {
        return yardstick("Y1h", goods, true);
    }

    private Contestant yardstick(String name, List<Good> goods, boolean hot) {
        return new Yardstick(
                name, database, (connection, worker) -> new PurchaseStatement(this, goods, hot, connection, worker));
    }

    List<Account> accounts() {
        return accounts;
    }

    long vatAccount(BigDecimal percentage) {
        Long account = vatAccounts.get(percentage);
        if (account == null) {
            throw new IllegalArgumentException("No account for VAT of %s %%".formatted(percentage));
        }
        return account;
    }

    /** Of a purchase: its id and the root of the other ids. */
    long nextNumber() {
        return database.nextNumber();
    }

    long count(String sql) {
        return database.count(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
