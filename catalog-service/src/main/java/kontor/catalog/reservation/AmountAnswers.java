package kontor.catalog.reservation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kontor.catalog.reservation.ReservationFact.FailedLine;
import kontor.catalog.reservation.ReservationFact.StockRefused;
import kontor.catalog.reservation.ReservationFact.StockReservationChanged;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First answers to questions for other amounts; only appended to. */
@Component
class AmountAnswers {

    private static final String KEEP = """
            insert into amount_answer (order_id, request_id, order_item_id, product_id, quantity, delta, code,
                available, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcClient jdbc;

    AmountAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was answered.
     *
     * @param quantity pieces that were asked for
     * @param delta pieces more or fewer than before
     * @param code why not; null if it was accepted
     * @param available pieces that could be promised, for {@code stock-short}
     */
    record Answer(
            long orderId,
            long requestId,
            long orderItemId,
            long productId,
            int quantity,
            int delta,
            @Nullable String code,
            @Nullable Integer available,
            Instant at) {

        ReservationFact told(long version) {
            return code == null
                    ? new StockReservationChanged(
                            orderId, requestId, orderItemId, productId, quantity, delta, at, version)
                    : new StockRefused(
                            orderId,
                            requestId,
                            List.of(new FailedLine(orderItemId, productId, quantity, code, available)),
                            at,
                            version);
        }
    }

    /** The promise of the order is locked, so nobody else answers meanwhile. */
    Optional<Answer> find(long orderId, long requestId) {
        return jdbc.sql("select * from amount_answer where order_id = ? and request_id = ?")
                .params(orderId, requestId)
                .query(AmountAnswers::answer)
                .optional();
    }

    void keep(Answer answer) {
        jdbc.sql(KEEP)
                .params(SqlValues.of(
                        answer.orderId,
                        answer.requestId,
                        answer.orderItemId,
                        answer.productId,
                        answer.quantity,
                        answer.delta,
                        answer.code,
                        answer.available,
                        answer.at))
                .update();
    }

    private static Answer answer(ResultSet row, int number) throws SQLException {
        return new Answer(
                row.getLong("order_id"),
                row.getLong("request_id"),
                row.getLong("order_item_id"),
                row.getLong("product_id"),
                row.getInt("quantity"),
                row.getInt("delta"),
                row.getString("code"),
                row.getObject("available", Integer.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
