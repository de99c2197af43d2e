package kontor.bench.yardstick;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import org.HdrHistogram.Histogram;

/** The least an operation can cost on this database: its rows as raw SQL over plain JDBC, sixteen connections. */
public final class Yardstick implements Contestant {

    public static final int CONNECTIONS = 16;

    private final String name;
    private final ScratchDatabase database;
    private final Deed.Maker deeds;

    Yardstick(String name, ScratchDatabase database, Deed.Maker deeds) {
        this.name = name;
        this.database = database;
        this.deeds = deeds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare() {
        database.emptyOutbox();
    }

    @Override
    public Outcome run(Duration duration) {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        List<Future<Worker>> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            for (int number = 0; number < CONNECTIONS; number++) {
                Worker worker = new Worker(number);
                runs.add(threads.submit(() -> worker.work(end)));
            }
        }
        long took = System.nanoTime() - begin;
        return sum(runs, Duration.ofNanos(took));
    }

    private static Outcome sum(List<Future<Worker>> runs, Duration took) {
        Histogram latencies = Outcome.emptyHistogram();
        SortedMap<String, Long> errors = new TreeMap<>();
        try {
            for (Future<Worker> run : runs) {
                latencies.add(run.get().latencies);
                if (run.get().refused > 0) {
                    errors.merge("refused", run.get().refused, Long::sum);
                }
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The yardstick broke.", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        return new Outcome(latencies.getTotalCount(), took, errors, latencies);
    }

    private final class Worker {

        private final int number;
        private final Histogram latencies = Outcome.emptyHistogram();
        private long refused;

        Worker(int number) {
            this.number = number;
        }

        Worker work(long end) throws SQLException {
            try (Connection connection = database.connect();
                    Deed deed = deeds.over(connection, number)) {
                int turn = 0;
                long since = System.nanoTime();
                while (since < end) {
                    boolean done = deed.happens(turn++);
                    long now = System.nanoTime();
                    if (done) {
                        Outcome.record(latencies, now - since);
                    } else {
                        refused++;
                    }
                    since = now;
                }
            }
            return this;
        }
    }
}
