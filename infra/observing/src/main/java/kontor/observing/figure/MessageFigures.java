package kontor.observing.figure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backlog and oldest age of the outbox, and of events that wait for a missing one; alarms watch all four. */
record MessageFigures(JdbcClient jdbc) implements MeterBinder {

    private record Queues(double unsent, double oldestUnsent, double waiting, double oldestWaiting) {

        static final Queues UNKNOWN = new Queues(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Reading<Queues> queues = new Reading<>(this::read, Queues.UNKNOWN, System::nanoTime);
        Gauge.builder("platform.outbox.backlog", () -> queues.latest().unsent()).register(meters);
        Gauge.builder("platform.outbox.oldest.seconds", () -> queues.latest().oldestUnsent())
                .register(meters);
        Gauge.builder("platform.inbox.waiting", () -> queues.latest().waiting()).register(meters);
        Gauge.builder("platform.inbox.waiting.seconds", () -> queues.latest().oldestWaiting())
                .register(meters);
    }

    /** Bounded: a backlog beyond a hundred thousand is bad enough to be shown as that. */
    private Queues read() {
        return jdbc.sql("""
                        select (select count(*) from (select 1 from outbox limit 100000) b),
                            coalesce((select extract(epoch from now() - since) from outbox order by id limit 1), 0),
                            w.waiting, w.oldest
                        from (select count(*) as waiting, coalesce(extract(epoch from now() - min(since)), 0) as oldest
                            from (select since from inbox_waiting limit 100000) s) w
                        """)
                .query((row, n) -> new Queues(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)))
                .single();
    }
}
