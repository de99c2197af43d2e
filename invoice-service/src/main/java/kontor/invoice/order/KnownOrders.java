package kontor.invoice.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kontor.invoice.paper.Paper;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The copy of the orders, tables {@code known_order} and {@code known_order_item}. */
@Component
public class KnownOrders {

    private final JdbcClient jdbc;

    KnownOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** When the order was placed; its questions and answers about invoices wait until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> lock(long orderId) {
        return jdbc.sql("select placed_at from known_order where id = ? for update")
                .param(orderId)
                .query((row, n) -> instant(row.getObject(1, OffsetDateTime.class)))
                .optional();
    }

    public Optional<KnownOrder> find(long orderId) {
        List<KnownOrder.Item> items = jdbc.sql("select * from known_order_item where order_id = ? order by line_no")
                .param(orderId)
                .query(KnownOrders::item)
                .list();
        return jdbc.sql("select * from known_order where id = ?")
                .param(orderId)
                .query((row, n) -> order(row, items))
                .optional();
    }

    /** Locks its row, as every writer about the order does first. */
    void keep(KnownOrder order) {
        Paper.ShipTo shipTo = order.shipTo();
        jdbc.sql("""
                        insert into known_order (id, customer_id, placed_at, status, delivered_at, billing_site_id,
                            payment_method, deadline_days, means_code, ship_to_name, ship_to_street, ship_to_zip_code,
                            ship_to_city, ship_to_country, ship_to_phone)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set customer_id = excluded.customer_id,
                            placed_at = excluded.placed_at, status = excluded.status,
                            delivered_at = excluded.delivered_at, billing_site_id = excluded.billing_site_id,
                            payment_method = excluded.payment_method, deadline_days = excluded.deadline_days,
                            means_code = excluded.means_code, ship_to_name = excluded.ship_to_name,
                            ship_to_street = excluded.ship_to_street, ship_to_zip_code = excluded.ship_to_zip_code,
                            ship_to_city = excluded.ship_to_city, ship_to_country = excluded.ship_to_country,
                            ship_to_phone = excluded.ship_to_phone
                        """)
                .params(SqlValues.of(
                        order.orderId(),
                        order.customerId(),
                        order.placedAt(),
                        order.status(),
                        order.deliveredAt(),
                        order.billingSiteId(),
                        order.paymentMethod(),
                        order.deadlineDays(),
                        order.meansCode(),
                        shipTo.name(),
                        shipTo.street(),
                        shipTo.zipCode(),
                        shipTo.city(),
                        shipTo.country(),
                        shipTo.phone()))
                .update();
        keepItems(order);
    }

    private void keepItems(KnownOrder order) {
        jdbc.sql("""
                        insert into known_order_item (id, order_id, line_no, product_id, amount, unit_price_minor,
                            status)
                        select id, ?, line_no, product_id, amount, unit_price_minor, status
                        from unnest(cast(? as bigint[]), cast(? as int[]), cast(? as bigint[]), cast(? as int[]),
                            cast(? as bigint[]), cast(? as text[]))
                            i (id, line_no, product_id, amount, unit_price_minor, status)
                        on conflict (id) do update set line_no = excluded.line_no, product_id = excluded.product_id,
                            amount = excluded.amount, unit_price_minor = excluded.unit_price_minor,
                            status = excluded.status
                        """)
                .params(
                        order.orderId(),
                        texts(order, KnownOrder.Item::orderItemId),
                        texts(order, KnownOrder.Item::lineNo),
                        texts(order, KnownOrder.Item::productId),
                        texts(order, KnownOrder.Item::amount),
                        texts(order, KnownOrder.Item::unitPriceMinor),
                        texts(order, KnownOrder.Item::status))
                .update();
    }

    private static String[] texts(KnownOrder order, Function<KnownOrder.Item, Object> column) {
        return order.items().stream().map(column).map(Object::toString).toArray(String[]::new);
    }

    private static KnownOrder order(ResultSet row, List<KnownOrder.Item> items) throws SQLException {
        @Nullable OffsetDateTime deliveredAt = row.getObject("delivered_at", OffsetDateTime.class);
        return new KnownOrder(
                row.getLong("id"),
                row.getLong("customer_id"),
                instant(row.getObject("placed_at", OffsetDateTime.class)),
                row.getString("status"),
                deliveredAt == null ? null : instant(deliveredAt),
                row.getObject("billing_site_id", Long.class),
                row.getString("payment_method"),
                row.getInt("deadline_days"),
                row.getString("means_code"),
                new Paper.ShipTo(
                        row.getString("ship_to_name"),
                        row.getString("ship_to_street"),
                        row.getString("ship_to_zip_code"),
                        row.getString("ship_to_city"),
                        row.getString("ship_to_country"),
                        row.getString("ship_to_phone")),
                items);
    }

    private static KnownOrder.Item item(ResultSet row, int number) throws SQLException {
        return new KnownOrder.Item(
                row.getLong("id"),
                row.getInt("line_no"),
                row.getLong("product_id"),
                row.getInt("amount"),
                row.getLong("unit_price_minor"),
                row.getString("status"));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
