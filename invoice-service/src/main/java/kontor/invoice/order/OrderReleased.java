package kontor.invoice.order;

import org.jspecify.annotations.Nullable;

/**
 * order-service holds the order until there is an invoice of it; published inside the transaction of the copy.
 *
 * @param requestId the request that this answers; null if the order was released because it was delivered
 */
public record OrderReleased(long orderId, @Nullable Long requestId) {}
