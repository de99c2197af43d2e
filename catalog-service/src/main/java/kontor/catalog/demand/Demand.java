package kontor.catalog.demand;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes when products were ordered last; nothing that callers of other services see depends on it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Demand {

    private final JdbcClient jdbc;

    Demand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before a transaction notes many orders: locks all their products in id order, as bulk changes do. */
    public void lock(Collection<Long> productIds) {
        if (productIds.isEmpty()) {
            return;
        }
        jdbc.sql("select id from product where id = any(?) order by id for no key update")
                .param(productIds.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** The newest order counts, in whatever order they are told. */
    public void note(Collection<Long> productIds, Instant placedAt) {
        jdbc.sql("update product set last_ordered_at = greatest(last_ordered_at, ?) where id = any(?)")
                .params(placedAt.atOffset(ZoneOffset.UTC), productIds.toArray(Long[]::new))
                .update();
    }
}
