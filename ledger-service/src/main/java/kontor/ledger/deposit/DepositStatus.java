package kontor.ledger.deposit;

/** PENDING counts nowhere; REJECTED is final (L-17). */
enum DepositStatus {
    BOOKED,
    PENDING,
    REJECTED
}
