package kontor.order.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kontor.order.importing.OrderRow.ItemRow;
import kontor.order.importing.TakenOrders.Taken;
import kontor.order.order.OrderBody;
import kontor.order.order.OrderBody.ShipTo;
import kontor.platform.messaging.EventJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of orders and items that are taken over, by one statement for each table. Their logs begin with what happens
 * here.
 */
@Component
class ImportedOrders {

    private record OrderColumns(
            long id,
            long customerId,
            UUID placedBy,
            Instant placedAt,
            Instant deadline,
            long siteId,
            ShipTo shipTo,
            long methodId,
            long statusId,
            @Nullable Instant deliveredAt,
            long netMinor,
            int itemCount,
            String externalId) {}

    private record ItemColumns(
            long id,
            long orderId,
            int lineNo,
            long productId,
            int amount,
            long unitPriceMinor,
            UUID priceSetBy,
            long statusId,
            String externalId) {}

    /** Fact 1 is the order as it stands. What was delivered there is not released for an invoice by itself. */
    private static final String ORDERS = """
            insert into retail_order (id, customer_id, placed_by, placed_by_admin, placed_at, deadline,
                customer_site_id,
                ship_to_name, ship_to_street, ship_to_zip_code, ship_to_city, ship_to_country, ship_to_phone,
                payment_method_id, status_id, delivered_at, auto_invoiced, net_minor, item_count, external_source,
                external_id)
            select id, "customerId", "placedBy", true, "placedAt", deadline, "siteId", "shipTo" ->> 'name',
                "shipTo" ->> 'street', "shipTo" ->> 'zipCode', "shipTo" ->> 'city', "shipTo" ->> 'country',
                "shipTo" ->> 'phone', "methodId", "statusId", "deliveredAt", "deliveredAt" is not null, "netMinor",
                "itemCount", ?, "externalId"
            from json_to_recordset(cast(? as json)) r (id bigint, "customerId" bigint, "placedBy" uuid,
                "placedAt" timestamptz, deadline timestamptz, "siteId" bigint, "shipTo" json, "methodId" bigint,
                "statusId" bigint, "deliveredAt" timestamptz, "netMinor" bigint, "itemCount" int, "externalId" text)
            """;

    private static final String ITEMS = """
            insert into order_item (id, order_id, line_no, product_id, amount, unit_price_minor, price_set_by,
                status_id,
                external_source, external_id)
            select id, "orderId", "lineNo", "productId", amount, "unitPriceMinor", "priceSetBy", "statusId", ?,
                "externalId"
            from json_to_recordset(cast(? as json)) r (id bigint, "orderId" bigint, "lineNo" int, "productId" bigint,
                amount int, "unitPriceMinor" bigint, "priceSetBy" uuid, "statusId" bigint, "externalId" text)
            """;

    private final JdbcClient jdbc;

    ImportedOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void create(String source, List<Taken> taken) {
        String orders =
                EventJson.write(taken.stream().map(ImportedOrders::order).toList());
        jdbc.sql(ORDERS).params(source, orders).update();
        jdbc.sql(ITEMS)
                .params(
                        source,
                        EventJson.write(taken.stream()
                                .flatMap(one -> items(one).stream())
                                .toList()))
                .update();
    }

    private static OrderColumns order(Taken taken) {
        OrderBody body = taken.body();
        List<ItemRow> kept = taken.row().kept();
        return new OrderColumns(
                body.orderId(),
                body.customerId(),
                body.placedBy(),
                body.placedAt(),
                body.deadline(),
                body.customerSiteId(),
                body.shipTo(),
                body.paymentMethodId(),
                body.status().id(),
                body.deliveredAt(),
                kept.stream().mapToLong(ItemRow::netMinor).sum(),
                kept.size(),
                taken.row().externalId());
    }

    private static List<ItemColumns> items(Taken taken) {
        List<ItemColumns> columns = new ArrayList<>();
        for (OrderBody.Item item : taken.body().items()) {
            columns.add(new ItemColumns(
                    item.orderItemId(),
                    taken.body().orderId(),
                    item.lineNo(),
                    item.productId(),
                    item.amount(),
                    item.unitPriceMinor(),
                    taken.body().placedBy(),
                    item.status().id(),
                    taken.row().items().get(columns.size()).externalId()));
        }
        return columns;
    }
}
