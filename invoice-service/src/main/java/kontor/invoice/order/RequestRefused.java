package kontor.invoice.order;

/**
 * order-service does not let the order be invoiced now; published inside the transaction of the copy.
 *
 * @param code problem code
 */
public record RequestRefused(long orderId, long requestId, String code) {}
