package kontor.catalog.stock;

/** Why pieces moved; a counter move keeps the kind of what it takes out. */
public enum MoveKind {
    OPENING,
    SHELF,
    REPLENISHMENT,
    RETAIL_OUT,
    RETAIL_BACK,
    CORRECTION
}
