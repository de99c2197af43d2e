package kontor.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kontor.bench.lag.Arrival;
import kontor.bench.lag.EventLag;
import kontor.bench.lag.Lags;
import kontor.bench.load.Pace;
import kontor.bench.load.Replies;
import kontor.bench.measure.Series;
import kontor.bench.report.Figures;
import kontor.bench.shop.BenchShelf;
import kontor.bench.shop.Buying;
import kontor.bench.shop.Good;
import kontor.bench.shop.ReadyRequests.Wish;
import kontor.bench.shop.Shoppers;
import kontor.bench.yardstick.LedgerTables;
import kontor.bench.yardstick.Yardstick;

/** Shelf purchases through the gateway, straight at the ledger and as raw SQL, in turns on one machine. */
final class ShelfBench {

    /** The goal O1 names this rate; a purchase has two events. */
    private static final double EVENTS_PER_SECOND = 2_000;

    private static final int EVENTS_PER_PURCHASE = 2;

    private static final int GOODS = 8;
    private static final int ACCOUNTS_PER_CONNECTION = 8;

    private static final Figures.Goal AT_HALF_OF_MAXIMUM = new Figures.Goal("P8", 20, Optional.of(10.0));

    private final Bench bench;
    private final RunningShop shop;
    private final BenchOptions options;

    ShelfBench(Bench bench) {
        this.bench = bench;
        this.shop = bench.shop();
        this.options = bench.options();
    }

    void run() {
        long before =
                bench.databases().number(shop.service("ledger").database(), "select count(*) from shelf_purchase");
        BenchResult result = new BenchResult(shop, options, "purchases", List.of("gateway", "ledger"), before);
        bench.run(result, shoppers -> {
            shoppers.assemble();
            try (BenchShelf shelf = shop.shelf()) {
                List<Good> goods = shelf.open(GOODS);
                try (LedgerTables scratch = scratchTables(goods)) {
                    measure(result, scratch, goods, shoppers);
                }
            }
        });
    }

    private LedgerTables scratchTables(List<Good> goods) {
        List<BigDecimal> percentages =
                goods.stream().map(Good::vatPercentage).distinct().toList();
        return LedgerTables.create(
                shop.postgres(),
                Bench.SCRATCH,
                shop.folders().checkout(),
                shop.service("ledger").appRole(),
                Yardstick.CONNECTIONS * ACCOUNTS_PER_CONNECTION,
                percentages);
    }

    private void measure(BenchResult result, LedgerTables scratch, List<Good> goods, Shoppers shoppers) {
        List<String> carts = goods.stream()
                .map(good -> "{\"lines\":[{\"productId\":%d,\"amount\":1}]}".formatted(good.productId()))
                .toList();
        Wish purchase = new Wish("POST /api/v1/shelf-purchases", List.of(), caller -> carts);
        String series = Bench.series();
        Buying straight = bench.buying("ledger", shop.ledger(), purchase, shoppers, series + "l");
        Buying through = bench.buying("gateway", shop.gateway(), purchase, shoppers, series + "g");
        List<Series> all =
                bench.compete(result, List.of(scratch.spread(goods), straight, scratch.oneHotRow(goods), through));
        result.ratioOfPath(all.get(1), all.get(0), goal("P1", 0.50, 0.85));
        result.ratio(all.get(1), all.get(2), Optional.of(goal("P2", 1.5, 2.5)));
        result.ratio(all.get(3), all.get(0), Optional.of(goal("P3", 0.20, 0.35)));
        bench.atHalfOfMaximum(result, through, all.getLast().perSecond(), AT_HALF_OF_MAXIMUM);
        eventLag(result, straight, all.get(1).perSecond());
    }

    private static Figures.Goal goal(String name, double pass, double aim) {
        return new Figures.Goal(name, pass, Optional.of(aim));
    }

    /** Twice, because the first run warms the consumer up. A rate beyond the machine is halved of what it can do. */
    private void eventLag(BenchResult result, Buying straight, double maximum) {
        double wanted = EVENTS_PER_SECOND / EVENTS_PER_PURCHASE;
        double perSecond = Math.min(wanted, maximum / 2);
        if (perSecond < wanted) {
            bench.out()
                    .println("2,000 events/s are beyond half of what this machine reaches; the lag is measured at %.0f."
                            .formatted(perSecond * EVENTS_PER_PURCHASE));
        }
        eventLag(straight, perSecond);
        result.eventLag(perSecond * EVENTS_PER_PURCHASE, eventLag(straight, perSecond));
    }

    private Lags eventLag(Buying straight, double perSecond) {
        bench.competition().prepare(straight);
        try (EventLag lag = EventLag.listen(shop.ports().bootstrapServers())) {
            Instant counted = Instant.now().plus(Bench.LEAD_IN);
            straight.run(new Pace.Open(perSecond, Bench.LEAD_IN), options.length(), Replies.IGNORED);
            List<Arrival> arrivals = lag.awaitRest();
            long first = arrivals.stream().mapToLong(Arrival::purchase).min().orElse(0);
            return Lags.of(
                    arrivals, bench.databases().commits(shop.service("ledger").database(), first), counted);
        }
    }
}
