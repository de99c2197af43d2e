package kontor.platform.store;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import kontor.platform.messaging.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who changed what by privilege, in the transaction of the change (G-45). */
public class Audit {

    private final JdbcClient jdbc;
    private final Clock clock;

    public Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes one row with the current actor and correlation id.
     *
     * @param action kebab-case, such as {@code verify-member}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, String targetType, Object targetId) {
        recordAll(action, targetType, List.of(targetId));
    }

    /** One row for each of these targets, by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(String action, String targetType, Collection<?> targetIds) {
        Origin origin = Origin.current();
        jdbc.sql("""
                        insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
                        select ?, ?, ?, id, ?, ? from unnest(cast(? as text[])) id
                        """)
                .params(SqlValues.of(
                        origin.actorId(),
                        action,
                        targetType,
                        clock.instant(),
                        origin.correlationId(),
                        targetIds.stream().map(Object::toString).toArray(String[]::new)))
                .update();
    }
}
