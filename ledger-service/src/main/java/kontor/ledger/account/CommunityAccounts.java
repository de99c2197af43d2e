package kontor.ledger.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kontor.platform.store.PlatformSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Ids of the community accounts. They never change, so once found they are remembered, but for those of customers. */
@Component
public class CommunityAccounts {

    private final JdbcClient jdbc;
    private final String currency;
    private final Map<CommunityAccount, Long> found = new ConcurrentHashMap<>();

    CommunityAccounts(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.currency = settings.currency();
    }

    /**
     * Makes sure that there is the account, long before something is posted to it: opened while posting it would make
     * two postings wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(CommunityAccount account) {
        jdbc.sql("""
                        insert into account (id, kind, owner, currency) values (nextval('account_seq'), ?, ?, ?)
                        on conflict on constraint account_owner do nothing
                        """).params(account.kind().name(), account.owner(), currency).update();
    }

    public long idOf(CommunityAccount account) {
        @Nullable Long known = found.get(account);
        return known == null ? find(account) : known;
    }

    /** Customers are many. An account that this transaction has opened gets another id if it fails. */
    private void remember(CommunityAccount account, long id) {
        if (account.kind() == AccountKind.RECEIVABLE) {
            return;
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            found.put(account, id);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                found.put(account, id);
            }
        });
    }

    private long find(CommunityAccount account) {
        long id = jdbc.sql("select id from account where kind = ? and owner = ?")
                .params(account.kind().name(), account.owner())
                .query((row, n) -> row.getLong(1))
                .single();
        remember(account, id);
        return id;
    }
}
