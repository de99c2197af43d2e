package kontor.order.decision;

/**
 * Something about the order or purchase was decided; heard by those who wait once its transaction has committed. One of
 * each may have the same id, which costs a look in vain.
 */
public record Decided(long id) {}
