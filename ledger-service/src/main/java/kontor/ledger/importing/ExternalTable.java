package kontor.ledger.importing;

import kontor.ledger.community.FactKind;

/** Where rows have ids of another shop. */
enum ExternalTable {
    DEPOSIT("deposit"),
    DEPOSIT_REVOCATION("deposit_revocation"),
    PURCHASE("shelf_purchase"),
    PURCHASE_REVOCATION("shelf_purchase_revocation"),
    COLLECTION("replenishment_collection"),
    COLLECTION_REVOCATION("replenishment_collection_revocation"),
    LINE("replenishment"),
    LINE_CHANGE("replenishment_change"),
    STOCKTAKING("stocktaking_collection"),
    STOCKTAKING_REVOCATION("stocktaking_revocation"),
    COUNT("stocktaking");

    private final String table;

    ExternalTable(String table) {
        this.table = table;
    }

    /** Where facts of this kind stand. */
    static ExternalTable of(FactKind kind) {
        return switch (kind) {
            case DEPOSIT -> DEPOSIT;
            case DEPOSIT_SWITCH -> DEPOSIT_REVOCATION;
            case PURCHASE -> PURCHASE;
            case PURCHASE_SWITCH -> PURCHASE_REVOCATION;
            case REPLENISHMENT -> COLLECTION;
            case REPLENISHMENT_SWITCH -> COLLECTION_REVOCATION;
            case REPLENISHMENT_LINE_SWITCH -> LINE_CHANGE;
            case STOCKTAKING -> STOCKTAKING;
            case STOCKTAKING_SWITCH -> STOCKTAKING_REVOCATION;
        };
    }

    String table() {
        return table;
    }
}
