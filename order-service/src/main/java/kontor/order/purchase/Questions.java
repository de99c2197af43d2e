package kontor.order.purchase;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import kontor.order.party.Actor;
import kontor.order.purchase.Adjustment.Direction;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Payments and adjustments as they were asked for, and what became of them; written under the purchase's lock. */
@Component
class Questions {

    private static final String PENDING = "PENDING";

    private final JdbcClient jdbc;

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(PurchasePayment payment) {
        jdbc.sql("""
                        insert into purchase_payment
                            (id, purchase_id, external, note, requested_by, privileged, at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(SqlValues.of(
                        payment.id(),
                        payment.purchaseId(),
                        payment.external(),
                        payment.note(),
                        payment.by().actorId(),
                        payment.by().isPrivileged(),
                        payment.at(),
                        PENDING))
                .update();
    }

    /** What a cancellation returns is booked at once (O-30). */
    void write(Adjustment adjustment) {
        jdbc.sql("""
                        insert into adjustment (id, purchase_id, receiver_id, direction, value_minor, reason, at,
                            created_by, privileged, gives_back, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(SqlValues.of(
                        adjustment.id(),
                        adjustment.purchaseId(),
                        adjustment.receiverId(),
                        adjustment.direction().name(),
                        adjustment.valueMinor(),
                        adjustment.reason(),
                        adjustment.at(),
                        adjustment.by().actorId(),
                        adjustment.by().isPrivileged(),
                        adjustment.isReturning(),
                        adjustment.isReturning() ? "BOOKED" : PENDING))
                .update();
    }

    PurchasePayment payment(long id) {
        return jdbc.sql("select * from purchase_payment where id = ?")
                .param(id)
                .query((row, n) -> new PurchasePayment(
                        row.getLong("id"),
                        row.getLong("purchase_id"),
                        row.getBoolean("external"),
                        row.getString("note"),
                        actor(row, "requested_by"),
                        at(row)))
                .single();
    }

    Adjustment adjustment(long id) {
        return jdbc.sql("select * from adjustment where id = ?")
                .param(id)
                .query((row, n) -> new Adjustment(
                        row.getLong("id"),
                        row.getLong("purchase_id"),
                        row.getObject("receiver_id", UUID.class),
                        Direction.valueOf(row.getString("direction")),
                        row.getLong("value_minor"),
                        row.getString("reason"),
                        actor(row, "created_by"),
                        row.getBoolean("gives_back"),
                        at(row)))
                .single();
    }

    private static Actor actor(ResultSet row, String column) throws SQLException {
        return new Actor(row.getObject(column, UUID.class), row.getBoolean("privileged"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    void settle(PurchasePayment payment, @Nullable String refusedCode) {
        jdbc.sql("update purchase_payment set state = ?, code = ? where id = ?")
                .params(SqlValues.of(refusedCode == null ? "FUNDED" : "REFUSED", refusedCode, payment.id()))
                .update();
    }

    void settle(Adjustment adjustment, @Nullable String refusedCode) {
        jdbc.sql("update adjustment set state = ?, code = ?, version = version + 1 where id = ?")
                .params(SqlValues.of(refusedCode == null ? "BOOKED" : "REFUSED", refusedCode, adjustment.id()))
                .update();
    }
}
