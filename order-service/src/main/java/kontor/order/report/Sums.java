package kontor.order.report;

import java.util.HashMap;
import java.util.Map;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sums of customers and products over live items (O-12). */
@Component
class Sums {

    private static final Lists.Query CUSTOMERS = new Lists.Query(
            """
                    select c.id, c.name, count(o.id) as orders, coalesce(sum(o.net_minor), 0) as net
                    from known_customer c
                    left join retail_order o on o.customer_id = c.id and o.status_id between 3 and 7
                    where (cast(:ids as bigint[]) is null or c.id = any(:ids))
                      and (cast(:names as text[]) is null or c.name ilike any(:names))
                    group by c.id, c.name
                    """,
            "bigint",
            Map.of(
                    "customerId", new SortKey("id", "bigint"),
                    "name", SortKey.text("name"),
                    "netMinor", SortKey.number("net")));

    private static final Lists.Query PRODUCTS = new Lists.Query(
            """
                    select i.product_id as id, p.name, sum(i.amount) as amount,
                        sum(i.amount * i.unit_price_minor) as net
                    from order_item i
                    join retail_order o on o.id = i.order_id and o.status_id between 3 and 7
                    left join known_product p on p.id = i.product_id
                    where i.status_id between 3 and 7 and (cast(:ids as bigint[]) is null or i.product_id = any(:ids))
                    group by i.product_id, p.name
                    having cast(:minAmount as bigint) is null or sum(i.amount) >= :minAmount
                    """,
            "bigint",
            Map.of(
                    "productId", new SortKey("id", "bigint"),
                    "name", SortKey.text("name"),
                    "amount", SortKey.number("amount"),
                    "netMinor", SortKey.number("net")));

    private final Lists lists;

    Sums(Lists lists) {
        this.lists = lists;
    }

    /** Net of a customer's orders in minor units; 0 without any. */
    record CustomerTotal(long customerId, String name, long orders, long netMinor) {}

    /**
     * Pieces sold of a product and their net in minor units.
     *
     * @param name empty if the product is not known any more
     */
    record ProductSale(long productId, String name, long amount, long netMinor) {}

    Page<CustomerTotal> ofCustomers(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("ids", request.longs("customerId"));
        params.put("names", request.contained("name"));
        return lists.page(
                request,
                CUSTOMERS,
                params,
                (row, n) -> new CustomerTotal(
                        row.getLong("id"), row.getString("name"), row.getLong("orders"), row.getLong("net")));
    }

    Page<ProductSale> ofProducts(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("ids", request.longs("productId"));
        params.put("minAmount", request.number("minAmount"));
        return lists.page(request, PRODUCTS, params, (row, n) -> {
            @Nullable String name = row.getString("name");
            return new ProductSale(
                    row.getLong("id"), name == null ? "" : name, row.getLong("amount"), row.getLong("net"));
        });
    }
}
