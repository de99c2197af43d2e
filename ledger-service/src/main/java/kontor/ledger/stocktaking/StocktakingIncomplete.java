package kontor.ledger.stocktaking;

import java.util.List;
import java.util.Map;
import kontor.platform.Rejection;

/** Not exactly the products were counted that have to be; the answer lists the ids (L-24). */
final class StocktakingIncomplete extends Rejection {

    StocktakingIncomplete(List<Long> missing, List<Long> extra, List<Long> twice) {
        super(
                Kind.RULE_BROKEN,
                "stocktaking-incomplete",
                "Count every active, tracked product once: %d are missing, %d too many, %d twice."
                        .formatted(missing.size(), extra.size(), twice.size()),
                List.of(),
                Map.of("missing", missing, "extra", extra, "twice", twice));
    }
}
