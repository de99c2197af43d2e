package kontor.platform.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import kontor.platform.Rejection;
import kontor.platform.messaging.Outbox;
import kontor.platform.rejection.NotFound;
import kontor.platform.store.Audit;
import kontor.platform.store.SqlValues;
import kontor.platform.web.Replies;
import kontor.platform.web.RequestKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills jars: lock, look, decide, announce. */
@Service
class Filling {

    static final String JARS = "kontor.sample.jar.v1";
    static final long BRIM = 1_000_000;

    private final JdbcClient jdbc;
    private final Replies replies;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Filling(JdbcClient jdbc, Replies replies, Outbox outbox, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.replies = replies;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** An empty jar, or why there is none. */
    record Receipt(long id, long amountMinor, long version) {}

    /** The event: a jar has got more. */
    record JarFilled(long jarId, long amountMinor, UUID by) {}

    /** The jar would run over. */
    static final class Overflow extends Rejection {

        Overflow() {
            super(Kind.RULE_BROKEN, "amount-out-of-range", "The jar would run over.");
        }
    }

    @Transactional
    public Receipt create(RequestKey key, String name) {
        return replies.once(
                key,
                Receipt.class,
                () -> jdbc.sql("insert into jar (name) values (?) returning id, amount_minor, version")
                        .param(name)
                        .query(Filling::receipt)
                        .single());
    }

    @Transactional
    public Receipt fill(RequestKey key, long id, long amount, UUID by) {
        jdbc.sql("select id from jar where id = ? for update").param(id).query().listOfRows();
        return replies.once(key, Receipt.class, () -> {
            Receipt filled = jdbc.sql("""
                            update jar set amount_minor = amount_minor + ?, version = version + 1, events = events + 1,
                                filled_at = ? where id = ? returning id, amount_minor, version
                            """)
                    .params(SqlValues.of(amount, clock.instant(), id))
                    .query(Filling::receipt)
                    .optional()
                    .orElseThrow(NotFound::new);
            outbox.append(JARS, id, filled.version() - 1, new JarFilled(id, amount, by));
            audit.record("fill-jar", "jar", id);
            // Refused after the effect, so that only the rollback can undo it.
            if (filled.amountMinor() > BRIM) {
                throw new Overflow();
            }
            return filled;
        });
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(row.getLong("id"), row.getLong("amount_minor"), row.getLong("version"));
    }
}
