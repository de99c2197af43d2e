package kontor.catalog.stock;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** On hand less reserved fell below zero. */
record StockWentShort(
        long productId,
        int onHand,
        int reserved,
        Instant at,
        @JsonIgnore long version) {}
