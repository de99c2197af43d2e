package kontor.local.demo;

/**
 * Fills a new shop through its public API. An implementation is found as a {@link java.util.ServiceLoader} provider on
 * the launcher's class path; without one the shop starts empty.
 */
public interface DemoData {

    /**
     * Runs once for each stack, when all parts are ready. Loading that failed is tried again at the next start, so it
     * must go on with what it finds: use idempotency keys that do not change between attempts.
     */
    void load(Shop shop);
}
