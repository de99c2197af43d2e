package kontor.order.order;

/** An order has a live invoice now, or has none any more; told to nobody outside. */
public record OrderInvoiced(long orderId, long invoiceId, boolean isLive) {}
