package kontor.catalog.core;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taken before any row by whoever changes the catalog. A change of one product shares it; a change that many products
 * show (a VAT rate, a tag, the category tree, a bulk change) takes it alone. So no product is published with half of
 * such a change, none is missed by it, and the two kinds cannot wait for each other in a circle.
 */
@Component
public class CatalogLock {

    private static final int KEY = 0x636174;

    private final JdbcClient jdbc;

    CatalogLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void share() {
        take("select pg_advisory_xact_lock_shared(?)");
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void takeAlone() {
        take("select pg_advisory_xact_lock(?)");
    }

    private void take(String sql) {
        jdbc.sql(sql).param(KEY).query((row, n) -> KEY).single();
    }
}
