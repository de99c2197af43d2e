package kontor.ledger.account;

import java.util.Collection;
import kontor.platform.store.PlatformSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of what is paid for purchases of the market and not yet released: one for each, never below 0. */
@Component
public class EscrowAccounts {

    private final JdbcClient jdbc;
    private final String currency;

    EscrowAccounts(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.currency = settings.currency();
    }

    /** Makes sure that there is one for each, at 0. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Collection<Long> purchaseIds) {
        jdbc.sql("""
                        insert into account (id, kind, owner, currency, floor_minor)
                        select nextval('account_seq'), 'ESCROW', id::text, ?, 0 from unnest(cast(? as bigint[])) id
                        on conflict on constraint account_owner do nothing
                        """).params(currency, purchaseIds.toArray(Long[]::new)).update();
    }
}
