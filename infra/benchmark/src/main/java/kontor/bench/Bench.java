package kontor.bench;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kontor.bench.load.Pace;
import kontor.bench.load.Replies;
import kontor.bench.measure.Competition;
import kontor.bench.measure.Contestant;
import kontor.bench.measure.Outcome;
import kontor.bench.measure.Series;
import kontor.bench.report.Figures;
import kontor.bench.shop.Buying;
import kontor.bench.shop.ReadyRequests;
import kontor.bench.shop.ReadyRequests.Wish;
import kontor.bench.shop.Shoppers;
import kontor.bench.yardstick.ShopDatabases;

/** What each benchmark does with the running shop. */
record Bench(
        RunningShop shop, BenchOptions options, PrintStream out, ShopDatabases databases, Competition competition) {

    /** The database of each yardstick. */
    static final String SCRATCH = "kontor_bench";

    /** The checkpoint before each run makes the first change of each page write all of it to the log. */
    static final Duration LEAD_IN = Duration.ofSeconds(5);

    /** @param services those whose events have left before a run begins */
    static Bench of(RunningShop shop, BenchOptions options, PrintStream out, String... services) {
        ShopDatabases databases = shop.databases(services);
        Competition competition = new Competition(shop.machine(), databases::settle, options.length(), out);
        return new Bench(shop, options, out, databases, competition);
    }

    /** Prints what was found, with the memory of the shop before and after. */
    void run(BenchResult result, Consumer<Shoppers> measuring) {
        Map<String, Long> memory = shop.memory();
        out.println("Members of the benchmark: registered, verified, given credit, logged in");
        measuring.accept(shop.shoppers(options.members()));
        result.memory(memory, shop.memory());
        out.print(result.write());
    }

    Buying buying(String name, URI server, Wish wish, Shoppers shoppers, String series) {
        int connections = options.connections();
        return new Buying(name, server, connections, shoppers, new ReadyRequests(server, wish, connections, series));
    }

    /** Makes the keys of this run of the program differ from those of any other. */
    static String series() {
        return Long.toString(System.currentTimeMillis(), 36);
    }

    List<Series> compete(BenchResult result, List<Contestant> contestants) {
        List<Series> all = competition.hold(
                contestants, options.rounds(), contestant -> result.unsent(contestant.name(), databases.unsent()));
        result.series(all);
        return all;
    }

    void atHalfOfMaximum(BenchResult result, Buying buying, double maximum, Figures.Goal goal) {
        competition.prepare(buying);
        Outcome outcome = buying.run(new Pace.Open(maximum / 2, LEAD_IN), options.length(), Replies.IGNORED);
        result.atHalfOfMaximum(buying.name(), maximum / 2, outcome, goal);
    }
}
