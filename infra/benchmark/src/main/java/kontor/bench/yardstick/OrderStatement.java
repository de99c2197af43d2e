package kontor.bench.yardstick;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.IntFunction;
import kontor.bench.shop.Good;

/**
 * All rows of a placed order of two lines by one prepared statement, which commits itself: one trip to the server. It
 * takes the pieces of both lines or of none, in the order of the products, and tells the same three facts.
 */
final class OrderStatement implements Deed {

    private static final String ROWS = """
        with line (id, no, product_id, product_version, price) as (
            values (?::bigint, 1, ?::bigint, ?::bigint, ?::bigint), (?, 2, ?, ?, ?)
        ), there as (
            select s.product_id from catalog.stock s join line on line.product_id = s.product_id
            where s.tracked and s.on_hand - s.reserved >= 1
            order by s.product_id for update of s
        ), taken as (
            update catalog.stock s set reserved = s.reserved + 1, version = s.version + 1
            from there where s.product_id = there.product_id and (select count(*) from there) = 2
            returning s.product_id
        ), go as (
            select ?::bigint as id, ?::uuid as customer, ?::text as number from taken having count(*) = 2
        ), placed as (
            insert into retail_order (id, customer_id, placed_by, placed_by_admin, placed_at, deadline,
                customer_site_id, ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city, ship_to_country,
                payment_method_id, status_id, asked_at, net_minor, item_count)
            select id, id, customer, false, now(), now() + interval '14 days', id, 'Bench 001', 'Bench street 1',
                '1117', 'Budapest', 'HU', {payment method}, 3, now(), (select sum(price) from line), 2
            from go
        ), items as (
            insert into order_item (id, order_id, line_no, product_id, amount, unit_price_minor, product_version,
                status_id)
            select line.id, go.id, line.no, line.product_id, 1, line.price, line.product_version, 3 from go, line
        ), logged as (
            insert into order_log (order_id, actor_id, action, detail, at)
            select go.id, go.customer, log.action, log.detail, now()
            from go, (values ('SUBMIT', 'PENDING'), ('PLACE', 'PENDING -> NEW')) as log (action, detail)
        ), promised as (
            insert into catalog.promise (order_id, accepted, answer, answered_at, version)
            select id, true, ?, now(), 1 from go
        ), held as (
            insert into catalog.reservation (id, order_id, order_item_id, product_id, quantity, state, moved,
                changed_at)
            select line.id, go.id, line.id, line.product_id, 1, 'HELD', 0, now() from go, line
        ), answered as (
            insert into reply (caller, operation, key, fingerprint, status, body, at)
            select customer::text, 'POST /api/v1/orders', number, {fingerprint}, 201, ?, now() from go
        ), told as (
            insert into outbox (event_id, topic, aggregate_id, version, type, payload, at, actor_id, correlation_id)
            select event.id, event.topic, event.prefix || go.id, event.version, event.type, event.payload, now(),
                go.customer, go.number
            from go, (values
                (?::uuid, 'kontor.order.retail-order.v1', '', 1, 'kontor.order.order-submitted.v1', ?),
                (?::uuid, 'kontor.catalog.reservation.v1', 'order:', 1, 'kontor.catalog.stock-reserved.v1', ?),
                (?::uuid, 'kontor.order.retail-order.v1', '', 2, 'kontor.order.order-placed.v1', ?))
                as event (id, topic, prefix, version, type, payload)
        )
        select id from go
        """;

    private static final String FINGERPRINT = "'%s'".formatted("0123456789abcdef".repeat(4));

    private final PreparedStatement statement;
    private final ScratchDatabase database;
    private final int worker;
    private final IntFunction<Good> first;
    private final IntFunction<Good> second;
    private final UUID customer = UUID.randomUUID();
    private final String submitted = Examples.of("order/order-submitted");
    private final String reserved = Examples.of("catalog/stock-reserved");
    private final String placed = Examples.of("order/order-placed");
    private int parameter;

    /** @param first gives the product of the first line by the number of the order among all workers' */
    OrderStatement(
            Connection connection,
            ScratchDatabase database,
            int worker,
            IntFunction<Good> first,
            IntFunction<Good> second)
            throws SQLException {
        this.database = database;
        this.worker = worker;
        this.first = first;
        this.second = second;
        this.statement =
                connection.prepareStatement(ROWS.replace("{payment method}", Long.toString(OrderTables.PAYMENT_METHOD))
                        .replace("{fingerprint}", FINGERPRINT));
    }

    /** Whether both lines were there. */
    @Override
    public boolean happens(int turn) throws SQLException {
        int order = worker + turn * Yardstick.CONNECTIONS;
        long number = database.nextNumber();
        parameter = 0;
        setLine(2 * number, first.apply(order));
        setLine(2 * number + 1, second.apply(order));
        set(number, customer, "bench-" + number, reserved, placed);
        set(UUID.randomUUID(), submitted, UUID.randomUUID(), reserved, UUID.randomUUID(), placed);
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private void setLine(long id, Good good) throws SQLException {
        set(id, good.productId(), good.version(), good.unitNetMinor());
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
