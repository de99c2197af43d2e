package kontor.bench.yardstick;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import kontor.bench.measure.Contestant;

/**
 * The tables of order-service, catalog-service and ledger-service in one database, with listings that no run can sell
 * out and buyers who can pay for everything.
 */
public final class MarketTables implements AutoCloseable {

    static final String CATALOG = "catalog";
    static final String LEDGER = "ledger";

    private static final int LISTINGS = 64;
    private static final int BUYERS_PER_CONNECTION = 6;
    private static final long FIRST_ACCOUNT = 1_000;
    private static final int PIECES = 1_000_000_000;
    private static final long CREDIT = 1_000_000_000_000L;

    private final ScratchDatabase database;
    private final UUID seller = UUID.randomUUID();
    private final List<Buyer> buyers = IntStream.range(0, BUYERS_PER_CONNECTION * Yardstick.CONNECTIONS)
            .mapToObj(number -> new Buyer(FIRST_ACCOUNT + number, UUID.randomUUID()))
            .toList();

    private MarketTables(ScratchDatabase database) {
        this.database = database;
    }

    /** Who buys, and the account that he pays from. */
    record Buyer(long account, UUID member) {}

    /**
     * Makes the database anew.
     *
     * @param appRole stands for a service's role in its migrations, by the service's name
     */
    public static MarketTables create(Server server, String name, Path checkout, UnaryOperator<String> appRole) {
        MarketTables tables = new MarketTables(ScratchDatabase.create(server, name));
        try {
            tables.database.addTables("public", checkout, "order", appRole.apply("order"));
            tables.database.addTables(CATALOG, checkout, CATALOG, appRole.apply(CATALOG));
            tables.database.addTables(LEDGER, checkout, LEDGER, appRole.apply(LEDGER));
            try (Connection inside = tables.database.connect()) {
                loosen(inside);
                tables.fill(inside);
            }
            return tables;
        } catch (SQLException cause) {
            throw new IllegalStateException("The tables of the yardstick could not be made.", cause);
        }
    }

    private static void loosen(Connection inside) throws SQLException {
        ScratchDatabase.withoutTriggers(
                inside,
                List.of(
                        "market_purchase",
                        "market_purchase_line",
                        "purchase_log",
                        "purchase_payment",
                        "outbox",
                        "reply",
                        "catalog.listing",
                        "catalog.deal",
                        "catalog.listing_reservation",
                        "ledger.account",
                        "ledger.escrow",
                        "ledger.escrow_payment",
                        "ledger.transfer",
                        "ledger.entry"));
        // A run sells more than a seller may have.
        ScratchDatabase.execute(inside, "alter table catalog.listing drop constraint listing_quantity_in_range");
    }

    private void fill(Connection inside) throws SQLException {
        ScratchDatabase.execute(inside, """
            insert into catalog.listing (id, seller_id, title, description, unit_price_minor, quantity, reserved,
                weight_g, ship_from_name, ship_from_street, ship_from_zip_code, ship_from_city, ship_from_country,
                status, created_at, version)
            select id, '%s', 'Bench ' || id, '', 1845, %d, 0, 320, 'Bench seller', 'Bench street 1', '9021', 'Gyor',
                'HU', 'ACTIVE', now(), 1
            from generate_series(1, %d) id
            """.formatted(seller, PIECES, LISTINGS));
        for (Buyer buyer : buyers) {
            ScratchDatabase.execute(inside, """
                insert into ledger.account (id, kind, owner, currency, balance_minor, floor_minor)
                values (%d, 'MEMBER', '%s', 'EUR', %d, 0)
                """.formatted(buyer.account(), buyer.member(), CREDIT));
        }
    }

    /** Each purchase bought and paid, of many listings, each worker with buyers of his own. */
    public Contestant boughtAndPaid() {
        return new Yardstick(
                "raw",
                database,
                (connection, worker) -> new MarketStatements(
                        connection,
                        database,
                        turn -> buyers.get((worker + turn * Yardstick.CONNECTIONS) % buyers.size()),
                        worker));
    }

    /** The next of a worker's, other than its neighbours'. */
    static long listing(int worker, int turn) {
        return 1 + (worker + (long) turn * Yardstick.CONNECTIONS) % LISTINGS;
    }

    long count(String sql) {
        return database.count(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
