package kontor.order.evaluation;

import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.purchase.LockedPurchase.Levels;
import kontor.order.purchase.PurchaseFact.Side;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A side shall have evaluated a purchase. */
record Evaluate(
        RequestKey key,
        long purchaseId,
        Side side,
        Levels levels,
        @Nullable String comment,
        Viewer viewer,
        Actor actor) {}
