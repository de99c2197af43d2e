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
import kontor.bench.shop.Good;
import org.HdrHistogram.Histogram;

/**
 * Y1: purchases as raw SQL over plain JDBC, sixteen connections, each with members of its own so that no row is hot.
 * Y1h: the same, and every purchase updates the balance of one community account besides.
 */
public final class Yardstick implements Contestant {

    public static final int CONNECTIONS = 16;

    private final String name;
    private final ScratchDatabase database;
    private final List<Good> goods;
    private final boolean hot;
    private final Payloads payloads = Payloads.fromContracts();

    private Yardstick(String name, ScratchDatabase database, List<Good> goods, boolean hot) {
        this.name = name;
        this.database = database;
        this.goods = goods;
        this.hot = hot;
    }

    public static Yardstick spread(ScratchDatabase database, List<Good> goods) {
        return new Yardstick("Y1", database, goods, false);
    }

    public static Yardstick oneHotRow(ScratchDatabase database, List<Good> goods) {
        return new Yardstick("Y1h", database, goods, true);
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
                    PurchaseStatement statement = new PurchaseStatement(connection, hot, payloads)) {
                int turn = 0;
                long since = System.nanoTime();
                while (since < end) {
                    boolean bought = buy(statement, turn++);
                    long now = System.nanoTime();
                    if (bought) {
                        Outcome.record(latencies, now - since);
                    } else {
                        refused++;
                    }
                    since = now;
                }
            }
            return this;
        }

        private boolean buy(PurchaseStatement statement, int turn) throws SQLException {
            List<ScratchDatabase.Account> accounts = database.accounts();
            int own = number + turn * CONNECTIONS;
            Good good = goods.get(turn % goods.size());
            ScratchDatabase.Account account = accounts.get(own % accounts.size());
            return statement.buy(account, good, database.vatAccount(good.vatPercentage()), database.nextNumber());
        }
    }
}
