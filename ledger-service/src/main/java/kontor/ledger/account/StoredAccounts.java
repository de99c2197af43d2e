package kontor.ledger.account;

import java.util.Collection;
import java.util.UUID;
import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberCopied;
import kontor.platform.security.MembersArrived;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.SqlValues;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

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

    /** In id order, as everybody does who locks several: their states come in any order. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MembersArrived event) {
        jdbc.sql("select id from account where kind = 'MEMBER' and owner = any(?) order by id for update")
                .param(event.memberIds().stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(MemberCopied event) {
        KnownMember member = event.member();
        if (!member.verified()) {
            return;
        }
        jdbc.sql("""
                        insert into account (id, kind, owner, currency, floor_minor)
                        values (nextval('account_seq'), 'MEMBER', ?, ?, ?)
                        on conflict on constraint account_owner do update set floor_minor = excluded.floor_minor
                        where account.floor_minor is distinct from excluded.floor_minor
                        """)
                .params(SqlValues.of(member.memberId().toString(), currency, member.debtLimitMinor()))
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
