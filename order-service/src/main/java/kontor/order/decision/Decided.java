package kontor.order.decision;

/** Something about the order was decided; published inside the transaction, heard by who waits once it has committed. */
public record Decided(long orderId) {}
