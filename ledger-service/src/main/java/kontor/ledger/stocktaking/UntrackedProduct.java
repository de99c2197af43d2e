package kontor.ledger.stocktaking;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** Nobody counts the stock of this product (L-24). */
final class UntrackedProduct extends Rejection {

    UntrackedProduct(long productId, String pointer) {
        super(
                Kind.RULE_BROKEN,
                "untracked-product",
                "The stock of product %d is not counted.".formatted(productId),
                List.of(new Fault(pointer, "untracked-product", "Its stock is not counted.")),
                Map.of());
    }
}
