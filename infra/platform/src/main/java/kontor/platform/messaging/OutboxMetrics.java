package kontor.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Backlog and oldest age of the outbox, and events that wait for a missing one; alarms watch all three. */
class OutboxMetrics {

    private final JdbcClient jdbc;
    private volatile Reading reading = new Reading(0, 0, 0);

    OutboxMetrics(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        meters.gauge("platform.outbox.backlog", this, metrics -> metrics.reading.backlog());
        meters.gauge("platform.outbox.oldest.seconds", this, metrics -> metrics.reading.oldestSeconds());
        meters.gauge("platform.inbox.waiting", this, metrics -> metrics.reading.waiting());
    }

    /** Bounded: a backlog beyond a hundred thousand is bad enough to be shown as that. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void read() {
        reading = jdbc.sql("""
                        select (select count(*) from (select 1 from outbox limit 100000) b),
                               coalesce((select extract(epoch from now() - since) from outbox order by id limit 1), 0),
                               (select count(*) from (select 1 from inbox_waiting limit 100000) w)
                        """)
                .query((row, n) -> new Reading(row.getLong(1), row.getDouble(2), row.getLong(3)))
                .single();
    }

    private record Reading(long backlog, double oldestSeconds, long waiting) {}
}
