package kontor.catalog.reservation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.platform.store.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, locks and keeps promises. Each transaction takes those of all its orders in id order and only then stocks, in
 * id order too; both listeners do, so that none waits for another in a circle.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PromiseBook {

    /** Waits for a transaction that is just opening the same one. */
    private static final String OPEN = """
            insert into promise (order_id, version)
            select distinct id, 0 from unnest(cast(? as bigint[])) id order by id
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Promises promises;
    private final Audit audit;

    PromiseBook(JdbcClient jdbc, Promises promises, Audit audit) {
        this.jdbc = jdbc;
        this.promises = promises;
        this.audit = audit;
    }

    /**
     * Locks what there is of all these orders.
     *
     * @param opened those for which there has to be one
     */
    public void lockAll(Collection<Long> orderIds, Collection<Long> opened) {
        if (!opened.isEmpty()) {
            jdbc.sql(OPEN).param(opened.toArray(Long[]::new)).update();
        }
        if (!orderIds.isEmpty()) {
            promises.lockAll(orderIds);
        }
    }

    /** Locked until the transaction ends; empty if the catalog has nothing to do with the order. */
    public Optional<Promise> find(long orderId) {
        return promises.findById(orderId);
    }

    /** Locked until the transaction ends; a new one if there is none. */
    public Promise open(long orderId) {
        return find(orderId).orElseGet(() -> {
            lockAll(List.of(), List.of(orderId));
            return find(orderId).orElseThrow();
        });
    }

    /** Stores it and has told what it announces. */
    public void save(Promise promise) {
        promises.save(promise);
    }

    /** The same for something that was done now, and not only told again (G-45). */
    public void save(Promise promise, String action) {
        save(promise);
        audit.record(action, "order", promise.orderId());
    }
}
