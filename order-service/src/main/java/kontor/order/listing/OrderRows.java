package kontor.order.listing;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import kontor.order.order.OrderBody;
import kontor.order.order.OrderFact;
import kontor.order.order.OrderStatus;
import kontor.order.product.Totals;
import kontor.platform.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/** Rows of orders and items as the database has them. */
final class OrderRows {

    private OrderRows() {}

    /** An order that lacks its items yet. */
    record OrderRow(long id, Function<List<ItemRow>, OrderView> shown) {

        OrderView with(List<ItemRow> items) {
            return shown.apply(
                    items.stream().filter(item -> item.orderId() == id).toList());
        }

        static OrderRow map(ResultSet row, int number) throws SQLException {
            long id = row.getLong("id");
            OrderView bare = bare(row, id);
            return new OrderRow(id, items -> withItems(bare, items));
        }

        private static OrderView withItems(OrderView bare, List<ItemRow> items) {
            Totals totals = Totals.of(items.stream()
                    .filter(item -> item.view().status() != OrderStatus.CANCELLED)
                    .map(item -> new Totals.Line(item.view().netMinor(), item.vatPercentage()))
                    .toList());
            return new OrderView(
                    bare.id(),
                    bare.version(),
                    bare.customerId(),
                    bare.placedBy(),
                    bare.placedAt(),
                    bare.deadline(),
                    bare.customerSiteId(),
                    bare.shipTo(),
                    bare.billingSiteId(),
                    bare.paymentMethodId(),
                    bare.paymentMethod(),
                    bare.status(),
                    bare.rejectReason(),
                    bare.deliveredAt(),
                    bare.autoInvoiced(),
                    bare.invoiceHold(),
                    bare.liveInvoiceId(),
                    items.stream().map(ItemRow::view).toList(),
                    totals.netMinor(),
                    totals.vat(),
                    totals.grossMinor(),
                    bare.externalSource(),
                    bare.externalId());
        }

        private static OrderView bare(ResultSet row, long id) throws SQLException {
            return new OrderView(
                    id,
                    row.getLong("version"),
                    row.getLong("customer_id"),
                    row.getObject("placed_by", UUID.class),
                    instant(row, "placed_at"),
                    instant(row, "deadline"),
                    row.getLong("customer_site_id"),
                    shipTo(row),
                    row.getObject("billing_site_id", Long.class),
                    row.getLong("payment_method_id"),
                    row.getString("method"),
                    OrderStatus.of(row.getLong("status_id")),
                    reason(row.getString("reject_reason")),
                    instantOrNull(row, "delivered_at"),
                    row.getBoolean("auto_invoiced"),
                    row.getBoolean("invoice_hold"),
                    row.getObject("live_invoice_id", Long.class),
                    List.of(),
                    0L,
                    List.of(),
                    0L,
                    row.getString("external_source"),
                    row.getString("external_id"));
        }

        private static OrderBody.ShipTo shipTo(ResultSet row) throws SQLException {
            return new OrderBody.ShipTo(
                    row.getString("ship_to_name"),
                    row.getString("ship_to_street"),
                    row.getString("ship_to_zip_code"),
                    row.getString("ship_to_city"),
                    row.getString("ship_to_country"),
                    row.getString("ship_to_phone"));
        }

        private static OrderFact.@Nullable Reason reason(@Nullable String text) {
            return text == null ? null : EventJson.read(text, OrderFact.Reason.class);
        }
    }

    /** An item with today's VAT percentage, 0 where the product is not known any more. */
    record ItemRow(long orderId, BigDecimal vatPercentage, ItemView view) {

        static ItemRow map(ResultSet row, int number) throws SQLException {
            @Nullable BigDecimal percentage = row.getBigDecimal("vat_percentage");
            int amount = row.getInt("amount");
            long price = row.getLong("unit_price_minor");
            ItemView view = new ItemView(
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getInt("line_no"),
                    row.getLong("product_id"),
                    row.getString("name"),
                    amount,
                    price,
                    row.getObject("product_version", Long.class),
                    row.getObject("price_set_by", UUID.class),
                    OrderStatus.of(row.getLong("status_id")),
                    price * amount,
                    request(row),
                    row.getString("external_source"),
                    row.getString("external_id"));
            return new ItemRow(row.getLong("order_id"), percentage == null ? BigDecimal.ZERO : percentage, view);
        }

        private static ItemView.@Nullable AmountRequest request(ResultSet row) throws SQLException {
            @Nullable Long id = row.getObject("request_id", Long.class);
            return id == null
                    ? null
                    : new ItemView.AmountRequest(
                            id,
                            row.getInt("requested_amount"),
                            row.getLong("requested_price_minor"),
                            row.getString("request_state"),
                            row.getString("request_code"));
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
