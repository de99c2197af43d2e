package kontor.catalog.core;

/** Whether pieces of a product are counted. */
public enum StockPolicy {
    /** Its stock follows what moves. */
    TRACKED,
    /** There is no stock, such as of coffee powder or a service. */
    UNTRACKED
}
