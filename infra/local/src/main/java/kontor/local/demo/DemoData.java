package kontor.local.demo;

/**
 * Fills a new shop through its public API. Implementations are found as {@link java.util.ServiceLoader} providers on
 * the launcher's class path, in the order in which they are named there; without one the shop starts empty.
 */
public interface DemoData {

    /** Names it among others for good: a shop remembers what it has loaded. */
    String name();

    /**
     * Runs once for each stack, when all parts are ready. Loading that failed is tried again at the next start, so it
     * must go on with what it finds: use idempotency keys that do not change between attempts.
     */
    void load(Shop shop);
}
