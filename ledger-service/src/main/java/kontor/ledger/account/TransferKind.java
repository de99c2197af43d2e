package kontor.ledger.account;

/** What was posted, as in the posting matrix; switches have kinds of their own. */
public enum TransferKind {
    DEPOSIT,
    DEPOSIT_REVOKED,
    DEPOSIT_REAPPLIED,
    SHELF,
    SHELF_REVOKED,
    SHELF_REAPPLIED,
    REPLENISHMENT,
    MARKET_PAY,
    MARKET_DONE,
    MARKET_CANCEL,
    ADJUSTMENT,
    INVOICE,
    INVOICE_CANCELLED,
    PAYMENT,
    PAYMENT_REVOKED,
    PAYMENT_REAPPLIED
}
