package kontor.catalog.deal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kontor.platform.store.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens, locks and keeps deals. Each transaction takes those of all its purchases in id order, then listings. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DealBook {

    /** Waits for a transaction that is just opening the same one. */
    private static final String OPEN = """
            insert into deal (purchase_id, version)
            select distinct id, 0 from unnest(cast(? as bigint[])) id order by id
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final Deals deals;
    private final Audit audit;

    DealBook(JdbcClient jdbc, Deals deals, Audit audit) {
        this.jdbc = jdbc;
        this.deals = deals;
        this.audit = audit;
    }

    /**
     * Locks what there is of all these purchases.
     *
     * @param opened those for which there has to be one
     */
    public void lockAll(Collection<Long> purchaseIds, Collection<Long> opened) {
        if (!opened.isEmpty()) {
            jdbc.sql(OPEN).param(opened.toArray(Long[]::new)).update();
        }
        if (!purchaseIds.isEmpty()) {
            deals.lockAll(purchaseIds);
        }
    }

    /** Locked until the transaction ends; empty if the catalog was never asked. */
    public Optional<Deal> find(long purchaseId) {
        return deals.findById(purchaseId);
    }

    /** Locked until the transaction ends; a new one if there is none. */
    public Deal open(long purchaseId) {
        return find(purchaseId).orElseGet(() -> {
            lockAll(List.of(), List.of(purchaseId));
            return find(purchaseId).orElseThrow();
        });
    }

    /** Stores it and has told what it announces. */
    public void save(Deal deal) {
        deals.save(deal);
    }

    /** The same for something that was done now, and not only told again (G-45). */
    public void save(Deal deal, String action) {
        save(deal);
        audit.record(action, "purchase", deal.purchaseId());
    }
}
