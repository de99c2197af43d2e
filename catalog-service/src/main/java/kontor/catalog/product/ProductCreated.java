package kontor.catalog.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import kontor.catalog.core.StockPolicy;

/** A product exists; its first price follows. */
public record ProductCreated(
        @JsonUnwrapped ProductColumns product,
        UUID adminId,
        Instant at,
        @JsonIgnore long version) {

    public long productId() {
        return product.productId();
    }

    @JsonIgnore
    public boolean isTracked() {
        return product.stockPolicy() == StockPolicy.TRACKED;
    }
}
