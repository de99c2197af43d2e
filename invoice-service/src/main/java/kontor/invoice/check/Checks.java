package kontor.invoice.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares live invoices with the orders as they are known now (V-15). */
@Component
class Checks {

    private static final Lists.Query ROWS =
            new Lists.Query("""
            select id, number, order_id from invoice
            where kind = 'INVOICE' and not cancelled
              and (cast(:orders as bigint[]) is null or order_id = any(:orders))
            """, "bigint", Map.of("orderId", new SortKey("order_id", "bigint")));

    private final Lists lists;
    private final JdbcClient jdbc;

    Checks(Lists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    /** An invoice, and the lines whose pieces are not those of the order; none if it is clean. */
    record Check(long invoiceId, String number, long orderId, boolean clean, List<Difference> differences) {}

    /** A line; without ordered amount the order has no such item. */
    record Difference(
            long orderItemId, String productName, @Nullable Integer orderedAmount, int invoicedAmount) {}

    private record Invoice(long id, String number, long orderId) {}

    private record Found(long invoiceId, Difference difference) {}

    Page<Check> page(ListRequest request) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("orders", request.longs("orderId"));
        Page<Invoice> invoices = lists.page(
                request,
                ROWS,
                params,
                (row, n) -> new Invoice(row.getLong("id"), row.getString("number"), row.getLong("order_id")));
        Map<Long, List<Difference>> found =
                differences(invoices.items().stream().map(Invoice::id).toArray(Long[]::new));
        return new Page<>(
                invoices.items().stream().map(invoice -> check(invoice, found)).toList(),
                invoices.next(),
                invoices.total());
    }

    private static Check check(Invoice invoice, Map<Long, List<Difference>> found) {
        List<Difference> differences = found.getOrDefault(invoice.id(), List.of());
        return new Check(invoice.id(), invoice.number(), invoice.orderId(), differences.isEmpty(), differences);
    }

    private Map<Long, List<Difference>> differences(Long[] invoiceIds) {
        return jdbc
                .sql("""
                        select i.invoice_id, i.order_item_id, i.name, o.amount as ordered, i.amount as invoiced
                        from invoice_item i left join known_order_item o on o.id = i.order_item_id
                        where i.invoice_id = any(?) and o.amount is distinct from i.amount
                        order by i.invoice_id, i.line_no
                        """)
                .param(invoiceIds)
                .query((row, n) -> new Found(
                        row.getLong("invoice_id"),
                        new Difference(
                                row.getLong("order_item_id"),
                                row.getString("name"),
                                row.getObject("ordered", Integer.class),
                                row.getInt("invoiced"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Found::invoiceId, Collectors.mapping(Found::difference, Collectors.toList())));
    }
}
