package kontor.catalog.product;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.catalog.core.StockPolicy;

/**
 * A product changed.
 *
 * @param changed names of the columns that differ from before
 */
public record ProductChanged(
        @JsonUnwrapped ProductColumns product,
        List<String> changed,
        UUID adminId,
        Instant at,
        @JsonIgnore long version) {

    public long productId() {
        return product.productId();
    }

    public boolean hasChangedPolicy() {
        return changed.contains("stockPolicy");
    }

    @JsonIgnore
    public boolean isTracked() {
        return product.stockPolicy() == StockPolicy.TRACKED;
    }
}
