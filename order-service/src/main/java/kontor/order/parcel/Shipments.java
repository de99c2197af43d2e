package kontor.order.parcel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.order.party.Viewer;
import kontor.order.purchase.PurchaseBook;
import kontor.order.purchase.PurchaseStatus;
import kontor.platform.rejection.Forbidden;
import kontor.platform.rejection.NotAllowedInState;
import kontor.platform.rejection.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is to be sent; who may see the purchase is part of the query (O-26). */
@Component
class Shipments {

    private static final String STANDING =
            "select p.seller_id, p.status from market_purchase p where p.id = :id and " + PurchaseBook.VISIBLE;

    private static final String SHIPMENT = """
            select p.*, t.carrier, t.name as tariff, k.name as packaging, coalesce(k.weight_g, 0) as packaging_g
            from market_purchase p
            join shipping_tariff t on t.id = p.shipping_tariff_id
            left join known_packaging k on k.id = p.packaging_id
            where p.id = ?
            """;

    private final JdbcClient jdbc;

    Shipments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose purchase it is, and where it stands. */
    private record Standing(UUID sellerId, PurchaseStatus status) {}

    /** {@code forbidden} for all but the seller and admins, {@code not-allowed-in-state} unless it is paid. */
    Shipment require(long purchaseId, Viewer viewer) {
        Standing standing = jdbc.sql(STANDING)
                .param("id", purchaseId)
                .param("me", viewer.memberId())
                .param("isAdmin", viewer.isAdmin())
                .query((row, n) -> new Standing(
                        row.getObject("seller_id", UUID.class), PurchaseStatus.of(row.getString("status"))))
                .optional()
                .orElseThrow(NotFound::new);
        if (!viewer.isAdmin() && !viewer.memberId().equals(standing.sellerId())) {
            throw new Forbidden();
        }
        return switch (standing.status()) {
            case PAID, SHIPPED, DONE -> shipment(purchaseId);
            case PENDING, REJECTED, OPEN, CANCELLED ->
                throw new NotAllowedInState("There is something to send once the purchase is PAID.");
        };
    }

    private Shipment shipment(long purchaseId) {
        List<Shipment.Line> lines = jdbc.sql("""
                        select line_no, title, quantity, weight_g from market_purchase_line
                        where purchase_id = ? order by line_no
                        """)
                .param(purchaseId)
                .query((row, n) -> new Shipment.Line(row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
        return jdbc.sql(SHIPMENT)
                .param(purchaseId)
                .query((row, n) -> map(row, lines))
                .single();
    }

    private static Shipment map(ResultSet row, List<Shipment.Line> lines) throws SQLException {
        return new Shipment(
                row.getLong("id"),
                Objects.requireNonNull(row.getObject("paid_at", OffsetDateTime.class))
                        .toInstant(),
                party(row, "ship_from_"),
                party(row, "ship_to_"),
                row.getString("carrier"),
                row.getString("tariff"),
                row.getString("packaging"),
                row.getInt("packaging_g"),
                row.getString("tracking_number"),
                row.getString("seller_reference"),
                lines);
    }

    private static Shipment.Party party(ResultSet row, String columns) throws SQLException {
        return new Shipment.Party(
                row.getString(columns + "name"),
                row.getString(columns + "street"),
                row.getString(columns + "zip_code"),
                row.getString(columns + "city"),
                row.getString(columns + "country"),
                row.getString(columns + "phone"));
    }
}
