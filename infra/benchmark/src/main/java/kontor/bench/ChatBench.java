package kontor.bench;

import java.util.List;
import java.util.Optional;
import kontor.bench.measure.Series;
import kontor.bench.report.Figures;
import kontor.bench.shop.Shoppers;
import kontor.bench.shop.Talking;
import kontor.local.stack.Trouble;

/**
 * Live streams through the gateway (H2): members in conversations of twenty write at a fixed rate, and each of them
 * listens on as many streams as he may. What is measured is the way of a message to a stream, and what a delivery costs.
 */
final class ChatBench {

    private static final int MEMBERS_PER_CIRCLE = 20;
    private static final int STREAMS_PER_MEMBER = 5;

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
        BenchResult result = new BenchResult(
                shop, bench.options(), "deliveries", List.of("gateway", "chat"), messages());
        bench.run(result, shoppers -> measure(result, shoppers, members, wanted));
    }

    private void measure(BenchResult result, Shoppers shoppers, int members, BenchOptions.Streams wanted) {
        List<String> ids = shoppers.assemble().subList(0, members);
        Talking.Circles circles = shop.talk(shoppers).open(ids, MEMBERS_PER_CIRCLE);
        double messagesPerSecond = (double) wanted.deliveriesPerSecond() / (MEMBERS_PER_CIRCLE * STREAMS_PER_MEMBER);
        Talking.Load load = new Talking.Load(STREAMS_PER_MEMBER, messagesPerSecond);
        try (Talking talking = new Talking(shop.gateway(), shoppers, circles, load)) {
            List<Series> all = bench.compete(result, List.of(talking));
            result.streams(wanted.open(), all.getFirst(), shop.memory().getOrDefault("chat", 0L), GOAL);
        }
    }

    private long messages() {
        return bench.databases().number(shop.service("chat").database(), "select count(*) from message");
    }
}
