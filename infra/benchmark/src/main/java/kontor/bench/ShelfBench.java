package kontor.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kontor.bench.lag.Arrival;
import kontor.bench.lag.EventLag;
import kontor.bench.lag.Lags;
import kontor.bench.load.Pace;
import kontor.bench.load.Replies;
import kontor.bench.machine.Machine;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import kontor.bench.measure.Pause;
import kontor.bench.measure.Round;
import kontor.bench.measure.Series;
import kontor.bench.measure.WarmUp;
import kontor.bench.shop.BenchShelf;
import kontor.bench.shop.Buying;
import kontor.bench.shop.Good;
import kontor.bench.shop.Purchases;
import kontor.bench.shop.Shoppers;
import kontor.bench.yardstick.LedgerDatabase;
import kontor.bench.yardstick.ScratchDatabase;
import kontor.bench.yardstick.Yardstick;

/** Shelf purchases through the gateway, straight at the ledger and as raw SQL, in turns on one machine. */
final class ShelfBench {

    private static final String SCRATCH = "kontor_bench";

    /** The goal O1 names this rate; a purchase has two events. */
    private static final double EVENTS_PER_SECOND = 2_000;

    private static final int EVENTS_PER_PURCHASE = 2;

    private static final int ACCOUNTS_PER_CONNECTION = 8;

    private final RunningShop shop;
    private final ShelfOptions options;
    private final PrintStream out;
    private final Machine machine;
    private final LedgerDatabase ledgerDatabase;

    ShelfBench(RunningShop shop, ShelfOptions options, PrintStream out) {
        this.shop = shop;
        this.options = options;
        this.out = out;
        this.machine = shop.machine();
        this.ledgerDatabase =
                new LedgerDatabase(shop.postgres(), shop.service("ledger").database());
    }

    void run() {
        ShelfResult result = new ShelfResult(shop, options, machine.description(), ledgerDatabase.purchases());
        Map<String, Long> memory = machine.memory(shop.deployables());
        say("Members of the benchmark: registered, verified, given credit, logged in");
        Shoppers shoppers = shop.shoppers(options.members());
        shoppers.assemble();
        try (BenchShelf shelf = new BenchShelf(shop.gateway(), () -> shop.token("ada"))) {
            List<Good> goods = shelf.open();
            try (ScratchDatabase scratch = scratchDatabase(goods)) {
                measure(result, scratch, goods, shoppers);
            }
        }
        result.memory(memory, machine.memory(shop.deployables()));
        out.print(result.write());
    }

    private ScratchDatabase scratchDatabase(List<Good> goods) {
        List<BigDecimal> percentages =
                goods.stream().map(Good::vatPercentage).distinct().toList();
        return ScratchDatabase.create(
                shop.postgres(),
                SCRATCH,
                shop.folders().checkout(),
                shop.service("ledger").appRole(),
                Yardstick.CONNECTIONS * ACCOUNTS_PER_CONNECTION,
                percentages);
    }

    private void measure(ShelfResult result, ScratchDatabase scratch, List<Good> goods, Shoppers shoppers) {
        String series = Long.toString(System.currentTimeMillis(), 36);
        Buying straight = buying("ledger", shop.ledger(), goods, shoppers, series + "l");
        Buying through = buying("gateway", shop.gateway(), goods, shoppers, series + "g");
        List<Contestant> contestants =
                List.of(Yardstick.spread(scratch, goods), straight, Yardstick.oneHotRow(scratch, goods), through);
        List<Series> all = new ArrayList<>();
        for (Contestant contestant : contestants) {
            all.add(Series.collecting(contestant.name(), warmUp(contestant)));
        }
        for (int round = 0; round < options.rounds(); round++) {
            for (int turn = 0; turn < contestants.size(); turn++) {
                // Each round begins with another one, so that none always follows the same neighbour's leftovers.
                int next = (turn + round) % contestants.size();
                all.get(next).rounds().add(measure(contestants.get(next), "round " + (round + 1)));
                result.unsent(contestants.get(next).name(), ledgerDatabase.unsent());
            }
        }
        result.series(all);
        atHalfOfMaximum(result, through, all.getLast().perSecond() / 2);
        eventLag(result, straight, all.get(1).perSecond());
    }

    private Buying buying(String name, URI server, List<Good> goods, Shoppers shoppers, String series) {
        int connections = options.connections();
        return new Buying(name, server, connections, shoppers, new Purchases(server, goods, connections, series));
    }

    private WarmUp warmUp(Contestant contestant) {
        WarmUp warmUp = new WarmUp();
        while (!warmUp.isOver()) {
            warmUp.add(measure(contestant, "warm-up " + (warmUp.runs() + 1)));
        }
        return warmUp;
    }

    private Round measure(Contestant contestant, String which) {
        contestant.prepare();
        settle();
        Machine.Measured<Outcome> measured =
                machine.measure(() -> contestant.run(Duration.ofSeconds(options.seconds())));
        Round round = new Round(measured.result(), measured.usage());
        say("%-10s %-8s %6.0f/s  %5.0f us CPU each (%s), %d errors, %.2f cores of strangers"
                .formatted(
                        which,
                        contestant.name(),
                        round.outcome().perSecond(),
                        round.totalMicros(),
                        round.largestParts(),
                        round.outcome().failed(),
                        round.usage().strangers()));
        return round;
    }

    /** The consumers may still be busy with what was bought before. */
    private void settle() {
        ledgerDatabase.settle();
        for (int second = 0; second < 30; second++) {
            if (machine.measure(ShelfBench::second).usage().cores() < 0.2) {
                return;
            }
        }
        say("The shop did not come to rest within 30 s; the next figures include what it was busy with.");
    }

    private void atHalfOfMaximum(ShelfResult result, Buying through, double perSecond) {
        through.prepare();
        settle();
        Outcome outcome = through.run(new Pace.Open(perSecond), Duration.ofSeconds(options.seconds()), Replies.IGNORED);
        result.atHalfOfMaximum(perSecond, outcome);
    }

    /** Twice, because the first run warms the consumer up. A rate beyond the machine is halved of what it can do. */
    private void eventLag(ShelfResult result, Buying straight, double maximum) {
        double wanted = EVENTS_PER_SECOND / EVENTS_PER_PURCHASE;
        double perSecond = Math.min(wanted, maximum / 2);
        if (perSecond < wanted) {
            say("2,000 events/s are beyond half of what this machine reaches; the lag is measured at %.0f."
                    .formatted(perSecond * EVENTS_PER_PURCHASE));
        }
        eventLag(straight, perSecond);
        result.eventLag(perSecond * EVENTS_PER_PURCHASE, eventLag(straight, perSecond));
    }

    private Lags eventLag(Buying straight, double perSecond) {
        straight.prepare();
        settle();
        try (EventLag lag = EventLag.listen(shop.ports().bootstrapServers())) {
            Outcome outcome =
                    straight.run(new Pace.Open(perSecond), Duration.ofSeconds(options.seconds()), Replies.IGNORED);
            List<Arrival> arrivals = lag.await(outcome.done());
            return Lags.of(
                    arrivals,
                    ledgerDatabase.commits(
                            arrivals.stream().mapToLong(Arrival::purchase).min().orElse(0)));
        }
    }

    private static Duration second() {
        Duration second = Duration.ofSeconds(1);
        Pause.take(second);
        return second;
    }

    private void say(String line) {
        out.println(line);
    }
}
