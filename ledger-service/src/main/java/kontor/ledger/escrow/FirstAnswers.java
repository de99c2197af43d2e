package kontor.ledger.escrow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import kontor.ledger.escrow.MarketFact.AdjustmentRequested;
import kontor.ledger.escrow.MarketFact.PaymentRequested;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First answers to requests for payments and adjustments, which stay the answers (G-35); only appended to. */
@Component
class FirstAnswers {

    private final JdbcClient jdbc;

    FirstAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was answered to a request for payment.
     *
     * @param code why not; null if it was paid
     */
    record PaymentAnswer(long requestId, @Nullable String code, Instant at) {}

    /**
     * What was answered to a request for an adjustment.
     *
     * @param split what was posted
     * @param code why not; null if it was posted
     */
    record AdjustmentAnswer(
            AdjustmentRequested request,
            Split split,
            @Nullable String code,
            Instant at) {

        EscrowFact told(long version) {
            return code == null
                    ? new EscrowFact.AdjustmentBooked(
                            request.purchaseId(),
                            request.adjustmentId(),
                            split.escrowMinor(),
                            split.sellerMinor(),
                            split.buyerMinor(),
                            at,
                            version)
                    : new EscrowFact.AdjustmentRefused(request.purchaseId(), request.adjustmentId(), code, at, version);
        }
    }

    /** The escrow is locked, so nobody else answers meanwhile. */
    Optional<PaymentAnswer> find(PaymentRequested request) {
        return jdbc.sql("select request_id, code, at from escrow_payment where purchase_id = ? and request_id = ?")
                .params(request.purchaseId(), request.requestId())
                .query((row, n) -> new PaymentAnswer(row.getLong("request_id"), row.getString("code"), at(row)))
                .optional();
    }

    Optional<AdjustmentAnswer> find(AdjustmentRequested request) {
        return jdbc.sql("""
                        select escrow_minor, seller_minor, buyer_minor, code, at from escrow_adjustment
                        where purchase_id = ? and adjustment_id = ?
                        """)
                .params(request.purchaseId(), request.adjustmentId())
                .query((row, n) -> new AdjustmentAnswer(
                        request,
                        new Split(
                                row.getLong("escrow_minor"),
                                row.getLong("seller_minor"),
                                row.getLong("buyer_minor"),
                                0,
                                0),
                        row.getString("code"),
                        at(row)))
                .optional();
    }

    void keep(long purchaseId, PaymentAnswer answer) {
        jdbc.sql("insert into escrow_payment (purchase_id, request_id, code, at) values (?, ?, ?, ?)")
                .params(SqlValues.of(purchaseId, answer.requestId, answer.code, answer.at))
                .update();
    }

    void keep(AdjustmentAnswer answer) {
        AdjustmentRequested request = answer.request;
        jdbc.sql("""
                        insert into escrow_adjustment (purchase_id, adjustment_id, direction, value_minor, escrow_minor,
                            seller_minor, buyer_minor, code, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(SqlValues.of(
                        request.purchaseId(),
                        request.adjustmentId(),
                        request.direction().name(),
                        request.valueMinor(),
                        answer.split.escrowMinor(),
                        answer.split.sellerMinor(),
                        answer.split.buyerMinor(),
                        answer.code,
                        answer.at))
                .update();
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
