package kontor.order.moving;

import kontor.order.order.OrderStatus;
import kontor.order.party.Actor;
import kontor.platform.web.RequestKey;

/** An admin moves an order. */
record MoveOrder(RequestKey request, Actor actor, long orderId, OrderStatus to) {}
