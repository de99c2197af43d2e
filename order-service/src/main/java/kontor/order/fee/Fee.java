package kontor.order.fee;

/**
 * The shop's fee for a purchase.
 *
 * @param feeModelId model it was computed by
 * @param feesMinor at least 0, minor units
 */
public record Fee(long feeModelId, long feesMinor) {}
