package kontor.order.importing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.order.importing.OrderNames.Method;
import kontor.order.importing.OrderNames.Site;
import kontor.order.importing.OrderRow.ItemRow;
import kontor.order.order.OrderBody.ShipTo;
import kontor.order.product.KnownProducts;
import kontor.platform.importing.ImportRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up what rows of orders name, by one statement for each kind. */
@Component
class OrderReferences {

    private final KnownProducts products;
    private final JdbcClient jdbc;

    OrderReferences(KnownProducts products, JdbcClient jdbc) {
        this.products = products;
        this.jdbc = jdbc;
    }

    OrderNames of(String source, Collection<OrderRow> rows) {
        List<ItemRow> items = rows.stream().flatMap(row -> row.items().stream()).toList();
        return new OrderNames(
                sites(rows.stream().map(OrderRow::customerSiteId)),
                methods(rows.stream().map(OrderRow::paymentMethodId)),
                products.percentages(
                        items.stream().map(ItemRow::productId).distinct().toList()),
                ImportRows.known(
                                jdbc,
                                "order_item",
                                source,
                                items.stream().map(ItemRow::externalId).toList())
                        .keySet());
    }

    private Map<Long, Site> sites(Stream<Long> ids) {
        Map<Long, Site> sites = new HashMap<>();
        jdbc.sql("""
                        select s.id, c.id, c.name, s.street, s.zip_code, s.city, s.country, s.phone
                        from known_site s join known_customer c on c.id = s.customer_id where s.id = any(?)
                        """).param(distinct(ids)).query(row -> {
            ShipTo shipTo = new ShipTo(
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8));
            sites.put(row.getLong(1), new Site(row.getLong(2), shipTo));
        });
        return sites;
    }

    /** Shared until the transaction ends, so that nobody deletes one that is about to be used. */
    private Map<Long, Method> methods(Stream<Long> ids) {
        Map<Long, Method> methods = new HashMap<>();
        jdbc.sql("""
                        select id, method, deadline_days, means_code from payment_method where id = any(?)
                        order by id for share
                        """).param(distinct(ids)).query(row -> {
            methods.put(row.getLong(1), new Method(row.getString(2), row.getInt(3), row.getString(4)));
        });
        return methods;
    }

    private static Long[] distinct(Stream<Long> ids) {
        return ids.distinct().toArray(Long[]::new);
    }
}
