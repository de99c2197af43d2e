package kontor.testkit.samples.good.deposit;

/** Money came in. */
public record DepositBooked(long amountMinor) {}
