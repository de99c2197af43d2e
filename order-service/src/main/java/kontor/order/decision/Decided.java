package kontor.order.decision;

/** Something about the order was decided; heard by those who wait once its transaction has committed. */
public record Decided(long orderId) {}
