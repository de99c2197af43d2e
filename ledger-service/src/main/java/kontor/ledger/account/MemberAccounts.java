package kontor.ledger.account;

import kontor.platform.security.KnownMember;
import kontor.platform.security.MemberCopied;
import kontor.platform.store.PlatformSettings;
import kontor.platform.store.SqlValues;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The account of a member opens at 0 once he is verified, and its floor follows the debt limit of his rank (L-6). */
@Component
class MemberAccounts {

    private final JdbcClient jdbc;
    private final String currency;

    MemberAccounts(JdbcClient jdbc, PlatformSettings settings) {
        this.jdbc = jdbc;
        this.currency = settings.currency();
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
}
