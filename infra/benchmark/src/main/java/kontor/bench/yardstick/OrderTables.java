package kontor.bench.yardstick;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import kontor.bench.measure.Contestant;
import kontor.bench.shop.Good;

/** The tables of order-service and catalog-service in one database, with stock that no run can sell out. */
public final class OrderTables implements AutoCloseable {

    static final String CATALOG = "catalog";
    static final long PAYMENT_METHOD = 1;

    private static final int PIECES = 1_000_000_000;

    private final ScratchDatabase database;
    private final List<Good> goods;

    private OrderTables(ScratchDatabase database, List<Good> goods) {
        this.database = database;
        this.goods = goods;
    }

    /**
     * Makes the database anew.
     *
     * @param orderRole stands for the service's role in its migrations, as does the other in the catalog's
     */
    public static OrderTables create(
            Server server, String name, Path checkout, String orderRole, String catalogRole, List<Good> goods) {
        OrderTables tables = new OrderTables(ScratchDatabase.create(server, name), goods);
        try {
            tables.database.addTables("public", checkout, "order", orderRole);
            tables.database.addTables(CATALOG, checkout, "catalog", catalogRole);
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
                        "retail_order",
                        "order_item",
                        "order_log",
                        "outbox",
                        "audit",
                        "reply",
                        "catalog.stock",
                        "catalog.promise",
                        "catalog.reservation"));
        // Looked at when a product is first counted, never by an order.
        ScratchDatabase.execute(inside, "alter table catalog.stock drop constraint stock_product_exists");
    }

    private void fill(Connection inside) throws SQLException {
        ScratchDatabase.execute(inside, """
            insert into payment_method (id, method, deadline_days, means_code, active, version)
            values (%d, 'Transfer', 14, '30', true, 1)
            """.formatted(PAYMENT_METHOD));
        String sql = """
            insert into catalog.stock (product_id, tracked, on_hand, reserved, base_count, version)
            values (?, true, ?, 0, 0, 0)
            """;
        try (PreparedStatement insert = inside.prepareStatement(sql)) {
            for (Good good : goods) {
                insert.setLong(1, good.productId());
                insert.setInt(2, PIECES);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Two products an order, each worker with others than its neighbours. */
    public Contestant many() {
        return new Yardstick(
                "raw many",
                database,
                (connection, worker) -> new OrderStatement(
                        connection, database, worker, number -> good(2 * number), number -> good(2 * number + 1)));
    }

    /** One product is on every order. */
    public Contestant hot() {
        return new Yardstick(
                "raw hot",
                database,
                (connection, worker) -> new OrderStatement(
                        connection,
                        database,
                        worker,
                        number -> goods.getFirst(),
                        number -> goods.get(1 + number % (goods.size() - 1))));
    }

    private Good good(int number) {
        return goods.get(number % goods.size());
    }

    long count(String sql) {
        return database.count(sql);
    }

    @Override
    public void close() {
        database.close();
    }
}
