package kontor.order.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.order.importing.OrderNames.Method;
import kontor.order.importing.OrderNames.Site;
import kontor.order.importing.OrderRow.ItemRow;
import kontor.order.order.OrderBody;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders as they are here once they are taken over. */
@Component
class TakenOrders {

    /** An order with its row. */
    record Taken(OrderRow row, OrderBody body) {}

    private final ImportedOrders rows;
    private final JdbcClient jdbc;
    private final Clock clock;

    TakenOrders(ImportedOrders rows, JdbcClient jdbc, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Taken> create(String source, List<OrderRow> orders, OrderNames names, UUID adminId) {
        Iterator<Long> ids = free("retail_order_seq", orders.size());
        Iterator<Long> itemIds = free(
                "order_item_seq",
                orders.stream().mapToInt(order -> order.items().size()).sum());
        Instant now = clock.instant();
        List<Taken> taken = new ArrayList<>();
        for (OrderRow order : orders) {
            taken.add(new Taken(order, body(ids.next(), itemIds, order, names, adminId, now)));
        }
        rows.create(source, taken);
        return taken;
    }

    private Iterator<Long> free(String sequence, int count) {
        return jdbc.sql("select nextval(cast(? as regclass)) from generate_series(1, ?)")
                .params(sequence, count)
                .query((row, n) -> row.getLong(1))
                .list()
                .iterator();
    }

    private static OrderBody body(
            long id, Iterator<Long> itemIds, OrderRow order, OrderNames names, UUID adminId, Instant now) {
        Site site = Objects.requireNonNull(names.sites().get(order.customerSiteId()));
        Method method = Objects.requireNonNull(names.methods().get(order.paymentMethodId()));
        List<OrderBody.Item> items = new ArrayList<>();
        for (ItemRow item : order.items()) {
            items.add(new OrderBody.Item(
                    itemIds.next(),
                    items.size() + 1,
                    item.productId(),
                    item.amount(),
                    item.unitPriceMinor(),
                    null,
                    adminId,
                    item.status().status()));
        }
        return new OrderBody(
                id,
                site.customerId(),
                adminId,
                true,
                order.placedAt(),
                order.deadline(),
                order.customerSiteId(),
                site.shipTo(),
                null,
                order.paymentMethodId(),
                method.method(),
                method.deadlineDays(),
                method.meansCode(),
                order.status().status(),
                deliveredAt(order, now),
                items);
    }

    /** The other shop does not say when: as was promised, if that is past. */
    private static @Nullable Instant deliveredAt(OrderRow order, Instant now) {
        if (order.status() != Standing.DELIVERED) {
            return null;
        }
        return order.deadline().isAfter(now) ? now : order.deadline();
    }
}
