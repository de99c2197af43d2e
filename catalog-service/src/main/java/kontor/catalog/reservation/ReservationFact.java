package kontor.catalog.reservation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of the reservations of one order; lines of products that nobody counts are in none of these. */
sealed interface ReservationFact {

    long orderId();

    long version();

    /** Pieces of a product for an item. */
    record Line(long orderItemId, long productId, int quantity) {}

    /**
     * A line that fails.
     *
     * @param code of the problem
     * @param available pieces that could be promised, for {@code stock-short}
     */
    record FailedLine(
            long orderItemId,
            long productId,
            int quantity,
            String code,
            @Nullable Integer available) {}

    /** All lines of an order are reserved (C-17). */
    record StockReserved(
            long orderId,
            List<Line> lines,
            Instant at,
            @JsonIgnore long version) implements ReservationFact {}

    /**
     * Nothing was reserved or changed; every failing line is named.
     *
     * @param requestId the question for another amount that it answers; null for the order itself
     * @param lines none when the order was cancelled before it was asked for (C-18)
     */
    record StockRefused(
            long orderId,
            @Nullable Long requestId,
            List<FailedLine> lines,
            Instant at,
            @JsonIgnore long version) implements ReservationFact {}

    /** An item holds another amount (O-8). */
    record StockReservationChanged(
            long orderId,
            long requestId,
            long orderItemId,
            long productId,
            int quantity,
            int delta,
            Instant at,
            @JsonIgnore long version)
            implements ReservationFact {}

    /** Held pieces may be promised again; they never left the house. */
    record StockReleased(
            long orderId,
            @Nullable Long invoiceId,
            List<Line> lines,
            Instant at,
            @JsonIgnore long version) implements ReservationFact {}

    /** Pieces left the house. */
    record StockConsumed(
            long orderId,
            @Nullable Long invoiceId,
            List<Line> lines,
            Instant at,
            @JsonIgnore long version) implements ReservationFact {}

    /** Pieces that had left came back, because the invoice was cancelled (V-12). */
    record StockTakenBack(
            long orderId,
            long invoiceId,
            List<Line> lines,
            Instant at,
            @JsonIgnore long version) implements ReservationFact {}
}
