package kontor.order.settlement;

import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/** A buyer pays, or an admin notes that the total came in from outside (O-23). */
record PayPurchase(
        RequestKey request,
        Actor actor,
        Viewer viewer,
        long purchaseId,
        boolean external,
        @Nullable String note) {}
