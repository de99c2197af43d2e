package kontor.observing.figure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gauges of one kind of saga, each by state (INV-23). */
record SagaFigures(Saga saga, JdbcClient jdbc) implements MeterBinder {

    /** How many wait, how many of them past their time, and the age of the oldest. */
    private record Waiting(double count, double overdue, double oldestSeconds) {

        static final Waiting NONE = new Waiting(0, 0, 0);
        static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN, Double.NaN);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Map<String, Waiting> unknown = new HashMap<>();
        saga.states().forEach(state -> unknown.put(state, Waiting.UNKNOWN));
        Reading<Map<String, Waiting>> reading = new Reading<>(this::read, unknown, System::nanoTime);
        for (String state : saga.states()) {
            Supplier<Waiting> waiting = () -> reading.latest().getOrDefault(state, Waiting.NONE);
            Tags tags = Tags.of("saga", saga.name(), "state", state);
            gauge(meters, "platform.saga.waiting", tags, () -> waiting.get().count());
            gauge(meters, "platform.saga.overdue", tags, () -> waiting.get().overdue());
            gauge(meters, "platform.saga.oldest.seconds", tags, () -> waiting.get().oldestSeconds());
        }
    }

    private static void gauge(MeterRegistry meters, String name, Tags tags, Supplier<Number> value) {
        Gauge.builder(name, value).tags(tags).register(meters);
    }

    private Map<String, Waiting> read() {
        Map<String, Waiting> waiting = new HashMap<>();
        jdbc.sql(saga.sql())
                .query(row -> {
                    waiting.put(
                            row.getString("state"),
                            new Waiting(
                                    row.getDouble("waiting"),
                                    row.getDouble("overdue"),
                                    row.getDouble("oldest_seconds")));
                });
        return waiting;
    }
}
