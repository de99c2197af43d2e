package kontor.order.listing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.order.listing.OrderRows.ItemRow;
import kontor.order.listing.OrderRows.OrderRow;
import kontor.order.order.OrderStatus;
import kontor.order.party.Owner;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Times;
import kontor.platform.web.ListRequest;
import kontor.platform.web.Lists;
import kontor.platform.web.Lists.SortKey;
import kontor.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads orders with their items by two statements, however many, and at one moment: nobody sees half of a move (O-5).
 * Whose they are is part of the query.
 */
@Component
public class OrderViews {

    private static final String ORDERS = """
            select o.*, m.method from retail_order o join payment_method m on m.id = o.payment_method_id
            where (cast(:owner as bigint) is null or o.customer_id = :owner)
            """;

    private static final Lists.Query ROWS = new Lists.Query(
            ORDERS + """
                      and (cast(:statuses as bigint[]) is null or o.status_id = any(:statuses))
                      and (cast(:unfinished as boolean) is null or (o.status_id in (1, 3, 4, 5, 6)) = :unfinished)
                      and (cast(:customers as bigint[]) is null or o.customer_id = any(:customers))
                      and (cast(:methods as bigint[]) is null or o.payment_method_id = any(:methods))
                      and (cast(:products as bigint[]) is null
                        or exists (select from order_item i where i.order_id = o.id and i.product_id = any(:products)))
                      and (cast(:minNet as bigint) is null or o.net_minor >= :minNet)
                      and (cast(:minItems as bigint) is null or o.item_count >= :minItems)
                      and (cast(:from as timestamptz) is null or o.placed_at >= :from)
                      and (cast(:to as timestamptz) is null or o.placed_at < :to)
                      and (cast(:externalIds as text[]) is null
                        or o.external_source || ':' || o.external_id = any(:externalIds))
                    """,
            "bigint",
            Map.of(
                    "placedAt", SortKey.instant("placed_at"),
                    "deadline", SortKey.instant("deadline"),
                    "netMinor", SortKey.number("net_minor")));

    private static final String ITEMS = """
            select i.*, p.name, p.vat_percentage from order_item i left join known_product p on p.id = i.product_id
            """;

    private static final List<String> STATUSES =
            Stream.of(OrderStatus.values()).map(OrderStatus::name).toList();

    private final JdbcClient jdbc;
    private final Lists lists;
    private final TransactionTemplate oneMoment;

    OrderViews(JdbcClient jdbc, Lists lists, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.lists = lists;
        oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Page<OrderView> page(ListRequest request, Owner owner) {
        return oneMoment.execute(ignored -> read(request, owner));
    }

    /** As it was changed, within the transaction that has it locked. */
    public OrderView one(long id, Owner owner) {
        return oneMoment.execute(ignored -> read(id, owner));
    }

    private Page<OrderView> read(ListRequest request, Owner owner) {
        Page<OrderRow> page = lists.page(request, ROWS, params(request, owner), OrderRow::map);
        List<ItemRow> items = items(page.items().stream().map(OrderRow::id).toList());
        List<OrderView> views =
                page.items().stream().map(order -> order.with(items)).toList();
        return new Page<>(views, page.next(), page.total());
    }

    private OrderView read(long id, Owner owner) {
        OrderRow order = jdbc.sql(ORDERS + " and o.id = :id")
                .param("owner", owner.customerId())
                .param("id", id)
                .query(OrderRow::map)
                .optional()
                .orElseThrow(NotFound::new);
        return order.with(items(List.of(id)));
    }

    public ItemView item(long orderId, long itemId, Owner owner) {
        return jdbc.sql(ITEMS + """
                        join retail_order o on o.id = i.order_id
                        where i.id = :itemId and o.id = :orderId
                          and (cast(:owner as bigint) is null or o.customer_id = :owner)
                        """)
                .param("owner", owner.customerId())
                .param("orderId", orderId)
                .param("itemId", itemId)
                .query(ItemRow::map)
                .optional()
                .map(ItemRow::view)
                .orElseThrow(NotFound::new);
    }

    private List<ItemRow> items(Collection<Long> orders) {
        return jdbc.sql(ITEMS + "where i.order_id = any(?) order by i.order_id, i.line_no")
                .param(orders.toArray(Long[]::new))
                .query(ItemRow::map)
                .list();
    }

    private static Map<String, @Nullable Object> params(ListRequest request, Owner owner) {
        Map<String, @Nullable Object> params = new HashMap<>();
        String @Nullable [] statuses = request.words("status", STATUSES);
        params.put("owner", owner.customerId());
        params.put("statuses", statuses == null ? null : ids(statuses));
        params.put("unfinished", request.flag("unfinished"));
        params.put("customers", request.longs("customerId"));
        params.put("methods", request.longs("paymentMethodId"));
        params.put("products", request.longs("productId"));
        params.put("minNet", request.number("minNetMinor"));
        params.put("minItems", request.number("minItems"));
        params.put("from", Times.of(request.instant("from")));
        params.put("to", Times.of(request.instant("to")));
        params.put("externalIds", request.texts("externalId"));
        return params;
    }

    private static Long[] ids(String[] statuses) {
        return Stream.of(statuses)
                .map(status -> OrderStatus.valueOf(status).id())
                .toArray(Long[]::new);
    }
}
