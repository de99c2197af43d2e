package kontor.order.moving;

import kontor.order.party.Actor;
import kontor.order.party.Owner;
import kontor.platform.web.RequestKey;

/** A customer cancels his order, or an admin any. */
record CancelOrder(RequestKey request, Actor actor, Owner owner, long orderId) {}
