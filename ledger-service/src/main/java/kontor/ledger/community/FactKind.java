package kontor.ledger.community;

/** The kinds of facts, by the words of the API. */
public enum FactKind {
    DEPOSIT,
    DEPOSIT_SWITCH,
    PURCHASE,
    PURCHASE_SWITCH,
    REPLENISHMENT,
    REPLENISHMENT_SWITCH,
    REPLENISHMENT_LINE_SWITCH,
    STOCKTAKING,
    STOCKTAKING_SWITCH
}
