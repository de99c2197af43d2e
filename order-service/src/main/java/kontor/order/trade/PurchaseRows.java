package kontor.order.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.order.address.Address;
import kontor.order.purchase.PurchaseFact;
import kontor.order.purchase.PurchaseStatus;
import kontor.platform.messaging.EventJson;
import org.jspecify.annotations.Nullable;

/** Rows of purchases and their lines as the database has them. */
final class PurchaseRows {

    private PurchaseRows() {}

    /** A purchase that lacks its lines yet. */
    static PurchaseView bare(ResultSet row, int number) throws SQLException {
        PurchaseStatus status = PurchaseStatus.of(row.getString("status"));
        return new PurchaseView(
                row.getLong("id"),
                row.getLong("version"),
                row.getObject("buyer_id", UUID.class),
                row.getObject("seller_id", UUID.class),
                row.getObject("placed_by", UUID.class),
                row.getLong("packaging_id"),
                row.getLong("shipping_tariff_id"),
                row.getLong("fee_model_id"),
                row.getString("ship_from_name") == null ? null : address(row, "ship_from_"),
                address(row, "ship_to_"),
                row.getString("address_from"),
                row.getString("address_to"),
                row.getString("tracking_number"),
                row.getString("seller_reference"),
                row.getLong("goods_minor"),
                row.getLong("fees_minor"),
                row.getLong("shipping_minor"),
                row.getLong("total_minor"),
                row.getLong("additional_minor"),
                row.getLong("refunded_minor"),
                refundable(row, status),
                status,
                row.getString("pending_action"),
                reason(row.getString("reject_reason")),
                payment(row),
                instant(row, "submitted_at"),
                instantOrNull(row, "opened_at"),
                instantOrNull(row, "paid_at"),
                instantOrNull(row, "shipped_at"),
                instantOrNull(row, "done_at"),
                instantOrNull(row, "cancelled_at"),
                List.of(),
                row.getString("external_source"),
                row.getString("external_id"));
    }

    private static long refundable(ResultSet row, PurchaseStatus status) throws SQLException {
        return status.isAdjustable()
                ? row.getLong("total_minor") + row.getLong("additional_minor") - row.getLong("refunded_minor")
                : 0;
    }

    private static Address address(ResultSet row, String prefix) throws SQLException {
        return new Address(
                row.getString(prefix + "name"),
                row.getString(prefix + "street"),
                row.getString(prefix + "zip_code"),
                row.getString(prefix + "city"),
                row.getString(prefix + "country"),
                row.getString(prefix + "phone"));
    }

    private static PurchaseFact.@Nullable Refusal reason(@Nullable String text) {
        return text == null ? null : EventJson.read(text, PurchaseFact.Refusal.class);
    }

    private static PurchaseView.@Nullable Attempt payment(ResultSet row) throws SQLException {
        @Nullable Long id = row.getObject("payment_id", Long.class);
        return id == null
                ? null
                : new PurchaseView.Attempt(
                        id,
                        row.getBoolean("payment_external"),
                        row.getString("payment_note"),
                        row.getObject("payment_by", UUID.class),
                        instant(row, "payment_at"),
                        row.getString("payment_state"),
                        row.getString("payment_code"));
    }

    /** A line and whose it is. */
    record LineRow(long purchaseId, PurchaseView.PurchaseLine line) {

        static LineRow map(ResultSet row, int number) throws SQLException {
            return new LineRow(
                    row.getLong("purchase_id"),
                    new PurchaseView.PurchaseLine(
                            row.getInt("line_no"),
                            row.getLong("listing_id"),
                            row.getString("title"),
                            row.getInt("quantity"),
                            row.getLong("unit_price_minor"),
                            row.getInt("weight_g"),
                            row.getLong("listing_version")));
        }
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
