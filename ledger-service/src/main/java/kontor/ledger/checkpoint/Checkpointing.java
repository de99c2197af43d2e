package kontor.ledger.checkpoint;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import kontor.platform.store.SqlValues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sums the entries of community accounts into checkpoints. A checkpoint covers the transactions that had ended when it
 * was made, because ids and times are given before commit; the balance is the checkpoint and the later entries. Only
 * accounts that were posted to get a new one, since customers are many; that of CASH says how far all have come.
 */
@Service
class Checkpointing {

    /** One instance at a time: the checkpoints of two would both add the same entries. */
    private static final long LOCK = 0x6c65646765724cL;

    private final JdbcClient jdbc;
    private final Clock clock;

    Checkpointing(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void checkpoint() {
        boolean alone = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> row.getBoolean(1))
                .single();
        if (alone) {
            advance();
        }
    }

    private void advance() {
        jdbc.sql("""
                        with horizon as materialized (
                            select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as tx,
                                coalesce((select max(tx) from checkpoint), 0) as since),
                        later as (
                            select e.account_id, sum(e.amount_minor) as sum_minor
                            from entry e
                            where e.tx >= (select since from horizon) and e.tx < (select tx from horizon)
                                and e.account_version is null
                            group by e.account_id)
                        insert into checkpoint as c (account_id, balance_minor, tx, at)
                        select a.id, coalesce(l.sum_minor, 0), h.tx, ?
                        from account a cross join horizon h left join later l on l.account_id = a.id
                        where l.account_id is not null or a.kind = 'CASH'
                        on conflict (account_id) do update set balance_minor = c.balance_minor + excluded.balance_minor,
                            tx = excluded.tx, at = excluded.at
                        """).params(SqlValues.of(clock.instant())).update();
    }
}
