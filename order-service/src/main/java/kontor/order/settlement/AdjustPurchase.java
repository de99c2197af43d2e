package kontor.order.settlement;

import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.order.purchase.Adjustment;
import kontor.platform.web.RequestKey;

/** A party, an admin or staff with a ticket refunds, or pays in addition (O-27). */
record AdjustPurchase(RequestKey request, Actor actor, Viewer viewer, long purchaseId, Adjustment.Terms terms) {}
