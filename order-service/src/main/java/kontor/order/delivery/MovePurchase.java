package kontor.order.delivery;

import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.platform.web.RequestKey;

/** A party or an admin moves a purchase on. */
record MovePurchase(RequestKey request, Actor actor, Viewer viewer, long purchaseId) {}
