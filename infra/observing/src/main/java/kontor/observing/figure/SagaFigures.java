package kontor.observing.figure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many sagas wait in a state, how many of them past their time, and the age of the oldest (INV-23). */
record SagaFigures(Saga saga, JdbcClient jdbc) implements MeterBinder {

    private record Waiting(double count, double overdue, double oldestSeconds) {

        static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN, Double.NaN);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Reading<Waiting> reading = new Reading<>(this::read, Waiting.UNKNOWN, System::nanoTime);
        gauge(meters, "platform.saga.waiting", () -> reading.latest().count());
        gauge(meters, "platform.saga.overdue", () -> reading.latest().overdue());
        gauge(meters, "platform.saga.oldest.seconds", () -> reading.latest().oldestSeconds());
    }

    private void gauge(MeterRegistry meters, String name, Supplier<Number> value) {
        Gauge.builder(name, value)
                .tags("saga", saga.name(), "state", saga.state())
                .register(meters);
    }

    private Waiting read() {
        return jdbc.sql(saga.sql())
                .query((row, n) -> new Waiting(
                        row.getDouble("waiting"), row.getDouble("overdue"), row.getDouble("oldest_seconds")))
                .single();
    }
}
