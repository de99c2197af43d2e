package kontor.order.evaluation;

import java.time.Instant;
import kontor.order.purchase.PurchaseFact.Side;
import org.jspecify.annotations.Nullable;

/**
 * What one side thought, as callers see it; levels from 1 to 10.
 *
 * @param side who wrote it
 * @param levelPack of the packaging, by buyers only
 * @param levelGoods of the goods, by buyers only
 */
record EvaluationView(
        Long id,
        Long purchaseId,
        Side side,
        @Nullable Integer levelPack,
        @Nullable Integer levelGoods,
        Integer level,
        @Nullable String comment,
        Instant at,
        @Nullable String externalSource,
        @Nullable String externalId) {}
