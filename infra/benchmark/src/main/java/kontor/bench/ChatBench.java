package kontor.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import kontor.bench.measure.Series;
import kontor.bench.report.Figures;
import kontor.bench.shop.Shoppers;
import kontor.bench.shop.Talking;
import kontor.bench.yardstick.BareFanOut;
import kontor.local.stack.Trouble;

/**
 * Live streams through the gateway (H2): members in conversations of twenty write at a fixed rate, and each of them
 * listens on as many streams as he may. What is measured is how long a message takes to a stream, and what that costs.
 * Beside it the least that can be done, which stores and checks nothing; both are sent the same, so only cost and
 * latency compare.
 */
final class ChatBench {

    private static final int MEMBERS_PER_CIRCLE = 20;
    private static final int STREAMS_PER_MEMBER = 5;

    /** A reader who is gone is noticed when the second beat is written to him. */
    private static final Duration PLACES_FREE_AFTER = Duration.ofSeconds(25);

    private static final Figures.Goal GOAL = new Figures.Goal("H2", 60, Optional.of(35.0));

    private final Bench bench;
    private final RunningShop shop;

    ChatBench(Bench bench) {
        this.bench = bench;
        this.shop = bench.shop();
    }

    void run() {
        BenchOptions.Streams wanted = bench.options().streams();
        int members = wanted.open() / STREAMS_PER_MEMBER;
        if (members > bench.options().members() || members < MEMBERS_PER_CIRCLE || members % MEMBERS_PER_CIRCLE != 0) {
            throw new Trouble("%d streams are 5 each of %d members in circles of 20: give at least as many --members."
                    .formatted(wanted.open(), members));
        }
        BenchResult result =
                new BenchResult(shop, bench.options(), "deliveries", List.of("gateway", "chat"), messages());
        bench.run(result, shoppers -> measure(result, shoppers, members, wanted));
    }

    private void measure(BenchResult result, Shoppers shoppers, int members, BenchOptions.Streams wanted) {
        List<String> ids = shoppers.assemble().subList(0, members);
        Talking.Circles circles = shop.talk(shoppers).open(ids, MEMBERS_PER_CIRCLE);
        double messagesPerSecond = (double) wanted.deliveriesPerSecond() / (MEMBERS_PER_CIRCLE * STREAMS_PER_MEMBER);
        Talking.Load load = new Talking.Load(STREAMS_PER_MEMBER, messagesPerSecond);
        Talking.Circles bareCircles = new Talking.Circles(
                LongStream.range(0, circles.ids().size()).boxed().toList(), MEMBERS_PER_CIRCLE);
        try (BareFanOut bare = new BareFanOut(circles.ids().size(), MEMBERS_PER_CIRCLE);
                Talking yardstick = new Talking(
                        new Talking.Place("bare", bare.address(), Duration.ZERO), bare::tokens, bareCircles, load);
                Talking talking = new Talking(
                        new Talking.Place("streams", shop.gateway(), PLACES_FREE_AFTER),
                        () -> shoppers.freshTokens().subList(0, members),
                        circles,
                        load)) {
            List<Series> all = bench.compete(result, List.of(yardstick, talking));
            result.ratio(all.getLast(), all.getFirst(), Optional.empty());
            result.streams(wanted.open(), all.getLast(), shop.memory().getOrDefault("chat", 0L), GOAL);
        }
    }

    private long messages() {
        return bench.databases().number(shop.service("chat").database(), "select count(*) from message");
    }
}
