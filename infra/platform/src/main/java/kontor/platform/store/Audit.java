package kontor.platform.store;

import java.time.Clock;
import java.time.ZoneOffset;
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
        Origin origin = Origin.current();
        jdbc.sql("""
                        insert into audit (actor_id, action, target_type, target_id, at, correlation_id)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        origin.actorId(),
                        action,
                        targetType,
                        targetId.toString(),
                        clock.instant().atOffset(ZoneOffset.UTC),
                        origin.correlationId())
                .update();
    }
}
