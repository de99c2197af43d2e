package kontor.ledger.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberCopied;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.SqlValues;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens the accounts that store their balance, at 0. That of a member opens once he is verified, and its floor follows
 * the debt limit of his rank (L-6); that of a purchase opens with the first request for its payment and never falls
 * below 0.
 */
@Component
public class StoredAccounts {

    private final JdbcClient jdbc;
    private final String currency;

    StoredAccounts(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.currency = settings.currency();
    }

    /** Remembers him until the transaction ends: a poll comes in any order, accounts are locked in id order. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MemberCopied event) {
        if (event.member().verified()) {
            copied().members.put(event.member().memberId(), event.member());
        }
    }

    private Copied copied() {
        for (TransactionSynchronization one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Copied copied) {
                return copied;
            }
        }
        Copied copied = new Copied();
        TransactionSynchronizationManager.registerSynchronization(copied);
        return copied;
    }

    /** Whoever is copied in one transaction. */
    private final class Copied implements TransactionSynchronization {

        private final Map<UUID, KnownMember> members = new HashMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            follow(members.values());
        }
    }

    private void follow(Collection<KnownMember> members) {
        @Nullable String[] owners = SqlValues.texts(members, KnownMember::memberId);
        jdbc.sql("select id from account where kind = 'MEMBER' and owner = any(?) order by id for update")
                .param(owners)
                .query((row, n) -> row.getLong(1))
                .list();
        jdbc.sql("""
                        insert into account (id, kind, owner, currency, floor_minor)
                        select nextval('account_seq'), 'MEMBER', m.owner, ?, m.floor_minor
                        from unnest(cast(? as text[]), cast(? as bigint[])) m (owner, floor_minor)
                        on conflict on constraint account_owner do update set floor_minor = excluded.floor_minor
                        where account.floor_minor is distinct from excluded.floor_minor
                        """)
                .params(currency, owners, SqlValues.texts(members, KnownMember::debtLimitMinor))
                .update();
    }

    /** Makes sure that there is one of each of these purchases. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openEscrows(Collection<Long> purchaseIds) {
        jdbc.sql("""
                        insert into account (id, kind, owner, currency, floor_minor)
                        select nextval('account_seq'), 'ESCROW', id::text, ?, 0 from unnest(cast(? as bigint[])) id
                        on conflict on constraint account_owner do nothing
                        """).params(currency, purchaseIds.toArray(Long[]::new)).update();
    }
}
