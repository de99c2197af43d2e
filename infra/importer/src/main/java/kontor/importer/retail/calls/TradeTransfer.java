package kontor.importer.retail.calls;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.retail.calls.RetailTransfer.Target;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Trade;
import org.jspecify.annotations.Nullable;

/** Payment methods, statuses, and orders with their items, to order-service. */
final class TradeTransfer {

    private static final int ROWS_MAX = 100;

    /** No id of any shop. */
    private static final long NONE = 0;

    private final RetailTransfer transfer;
    private final Trade trade;
    private final Map<Long, Trade.Status> statuses;
    private final Map<Long, List<Trade.Item>> items;

    TradeTransfer(RetailTransfer transfer, Retail retail) {
        this.transfer = transfer;
        this.trade = retail.trade();
        this.statuses = Retail.byId(retail.trade().statuses());
        this.items = retail.itemsByOrder();
    }

    void methods() {
        transfer.send(
                Sheet.PAYMENT_METHODS,
                new Target("methods", "/imports/payment-methods", "paymentMethods", ROWS_MAX),
                trade.methods(),
                method -> {
                    Map<String, Object> row = RetailTransfer.row(method.id());
                    row.put("method", method.method());
                    row.put("deadlineDays", method.deadlineDays());
                    return row;
                });
    }

    void statuses() {
        transfer.send(
                Sheet.STATUSES,
                new Target("statuses", "/imports/order-statuses", "statuses", ROWS_MAX),
                trade.statuses(),
                status -> {
                    Map<String, Object> row = RetailTransfer.row(status.id());
                    row.put("code", status.code());
                    return row;
                });
    }

    void orders() {
        transfer.send(
                Sheet.ORDERS,
                new Target("orders", "/imports/orders", "orders", ROWS_MAX),
                trade.orders(),
                this::row,
                (order, outcome) -> transfer.tally()
                        .add(Sheet.ORDER_ITEMS, outcome, itemsOf(order).size()));
    }

    private List<Trade.Item> itemsOf(Trade.Order order) {
        return items.getOrDefault(order.id(), List.of());
    }

    private Map<String, Object> row(Trade.Order order) {
        @Nullable Long site = transfer.ids().find(Sheet.SITES, order.siteId());
        Map<String, Object> row = RetailTransfer.row(order.id());
        row.put("placedAt", order.placedAt().toString());
        row.put("deadline", order.deadline().toString());
        row.put("customerSiteId", Objects.requireNonNullElse(site, NONE));
        row.put("paymentMethodId", transfer.ids().get(Sheet.PAYMENT_METHODS, order.methodId()));
        row.put("status", code(order.statusId()));
        row.put("items", itemsOf(order).stream().map(this::row).toList());
        return row;
    }

    private Map<String, Object> row(Trade.Item item) {
        Map<String, Object> row = RetailTransfer.row(item.id());
        row.put("productId", transfer.ids().get(Sheet.PRODUCTS, item.productId()));
        row.put("amount", item.amount());
        row.put("unitPriceMinor", item.priceMinor());
        row.put("status", code(item.statusId()));
        return row;
    }

    private String code(long status) {
        return Objects.requireNonNull(statuses.get(status)).code();
    }
}
