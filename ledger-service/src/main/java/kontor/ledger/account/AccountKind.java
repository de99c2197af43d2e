package kontor.ledger.account;

/** The kinds of accounts; only those of members and escrow store their balance. */
public enum AccountKind {
    MEMBER,
    CASH,
    STOCK_PURCHASES,
    SHELF_SALES,
    RETAIL_SALES,
    FEES,
    VAT_PAYABLE,
    ESCROW,
    RECEIVABLE,
    OPENING
}
