package kontor.ledger.deposit;

/** What happened to a deposit; the version orders its stream and travels beside the body. */
sealed interface DepositFact
        permits DepositRequested, DepositBooked, DepositRejected, DepositRevoked, DepositReapplied {

    long depositId();

    long version();
}
