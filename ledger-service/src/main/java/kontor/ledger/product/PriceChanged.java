package kontor.ledger.product;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** The price is not the one the buyer was shown; the answer carries the new one (L-10). */
public final class PriceChanged extends Rejection {

    public PriceChanged(KnownProduct product) {
        super(
                Kind.CONFLICT,
                "price-changed",
                "Product %d now costs %d."
                        .formatted(product.id(), product.price().grossMinor()),
                List.of(),
                Map.of(
                        "productId", product.id(),
                        "unitPriceMinor", product.price().grossMinor()));
    }
}
