package kontor.catalog.stock;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** A movement of stock was recorded. */
record StockMoved(
        long productId,
        long moveId,
        MoveKind kind,
        int delta,
        Instant at,
        Instant recordedAt,
        String businessRef,
        int onHandAfter,
        @JsonIgnore long version) {

    static StockMoved of(StockMove move, int onHandAfter, long version) {
        return new StockMoved(
                move.productId(),
                move.id(),
                move.kind(),
                move.delta(),
                move.at(),
                move.recordedAt(),
                move.businessRef(),
                onHandAfter,
                version);
    }
}
