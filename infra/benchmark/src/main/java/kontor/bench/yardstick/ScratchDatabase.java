package kontor.bench.yardstick;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database of the yardstick's own, with the tables of the ledger as its migrations make them: every column,
 * constraint and index, but not the triggers of our own, which the yardstick does not have to pay for.
 */
public final class ScratchDatabase implements AutoCloseable {

    static final long SHELF_SALES = 3;

    private static final long FIRST_ACCOUNT = 1_000;
    private static final long CREDIT = 1_000_000_000_000L;

    private final Server server;
    private final String name;
    private final Map<BigDecimal, Long> vatAccounts = new TreeMap<>();
    private final List<Account> accounts = new ArrayList<>();
    private final AtomicLong numbers = new AtomicLong();

    private ScratchDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A member's account. */
    record Account(long id, UUID member) {}

    /**
     * Makes the database anew.
     *
     * @param checkout where the migrations are
     * @param appRole stands for the ledger's role in them
     */
    public static ScratchDatabase create(
            Server server, String name, Path checkout, String appRole, int accounts, List<BigDecimal> vatPercentages) {
        ScratchDatabase database = new ScratchDatabase(server, name);
        try {
            try (Connection cluster = server.connect("postgres")) {
                execute(cluster, "drop database if exists %s with (force)".formatted(name));
                execute(cluster, "create database " + name);
            }
            try (Connection inside = database.connect()) {
                for (String migration : migrations(checkout)) {
                    execute(inside, migration.replace("${app}", appRole).replace("${currency}", "EUR"));
                }
                database.loosen(inside);
                database.open(inside, accounts, vatPercentages);
            }
            return database;
        } catch (SQLException cause) {
            throw new IllegalStateException("The database of the yardstick could not be made.", cause);
        }
    }

    private static List<String> migrations(Path checkout) {
        List<String> scripts = new ArrayList<>();
        for (String folder : List.of(
                "infra/platform/src/main/resources/db/platform", "ledger-service/src/main/resources/db/migration")) {
            try (Stream<Path> files = Files.list(checkout.resolve(folder))) {
                for (Path file : files.sorted().toList()) {
                    scripts.add(Files.readString(file));
                }
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
        return scripts;
    }

    private void loosen(Connection inside) throws SQLException {
        for (String table : List.of("transfer", "entry", "shelf_purchase", "account", "outbox", "reply")) {
            execute(inside, "alter table %s disable trigger user".formatted(table));
        }
        // Y1h stores the balance of a community account, which the ledger forbids for what Y1h shows.
        execute(inside, "alter table account drop constraint account_community_stores_nothing");
        // The ledger's own one makes way for those that are opened here.
        execute(inside, "delete from account where kind = 'VAT_PAYABLE'");
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

    Connection connect() throws SQLException {
        return server.connect(name);
    }

    /** Of a purchase: its id and the root of the other ids. */
    long nextNumber() {
        return numbers.incrementAndGet();
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

    /** Nobody relays the yardstick's events, so its outbox is emptied between runs. */
    void emptyOutbox() {
        try (Connection inside = connect()) {
            execute(inside, "truncate outbox");
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** One number, for those who check what was written. */
    long count(String sql) {
        try (Connection inside = connect();
                Statement statement = inside.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** Drops it: nothing of a measurement stays behind. */
    @Override
    public void close() {
        try (Connection cluster = server.connect("postgres")) {
            execute(cluster, "drop database if exists %s with (force)".formatted(name));
        } catch (SQLException cause) {
            throw new IllegalStateException("The database %s was left behind.".formatted(name), cause);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
