package kontor.order.product;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** The price is not the one the buyer was shown; the answer carries the new one, net in minor units (O-2). */
public final class PriceChanged extends Rejection {

    public PriceChanged(long productId, long unitPriceMinor) {
        super(
                Kind.CONFLICT,
                "price-changed",
                "Product %d now costs %d.".formatted(productId, unitPriceMinor),
                List.of(),
                Map.of("productId", productId, "unitPriceMinor", unitPriceMinor));
    }
}
