package kontor.order.moving;

import kontor.order.order.OrderStatus;
import kontor.order.party.Actor;
import kontor.platform.web.RequestKey;

/** An admin moves an item, or cancels it. */
record MoveItem(RequestKey request, Actor actor, long orderId, long itemId, OrderStatus to) {}
