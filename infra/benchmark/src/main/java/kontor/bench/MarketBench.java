package kontor.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kontor.bench.measure.Series;
import kontor.bench.report.Figures;
import kontor.bench.shop.BenchMarket;
import kontor.bench.shop.BenchMarket.Way;
import kontor.bench.shop.Buying;
import kontor.bench.shop.ReadyRequests.FollowUp;
import kontor.bench.shop.ReadyRequests.Wish;
import kontor.bench.shop.Shoppers;
import kontor.bench.yardstick.MarketTables;
import kontor.local.stack.Trouble;

/**
 * Purchases on the market through the gateway, bought and paid: one operation is over when the ledger has moved the
 * total into escrow and the answer says so. Beside it the same rows as raw SQL.
 */
final class MarketBench {

    private static final int LISTINGS = 64;
    private static final int PURCHASES_PER_BUYER = 16;

    /** Longer than any decision takes here: what is not decided by then counts as an error. */
    private static final List<String> UNTIL_DECIDED = List.of("Prefer: wait=5");

    /** W1 is for one decision, and this waits for two. */
    private static final Figures.Goal TWO_DECISIONS = new Figures.Goal("2 x W1", 500, Optional.of(120.0));

    private final Bench bench;
    private final RunningShop shop;

    MarketBench(Bench bench) {
        this.bench = bench;
        this.shop = bench.shop();
    }

    void run() {
        BenchResult result = new BenchResult(
                shop,
                bench.options(),
                "purchases",
                List.of("gateway", "order", "catalog", "ledger"),
                purchases("true"));
        bench.run(result, shoppers -> {
            int members = shoppers.assemble().size();
            try (BenchMarket market = shop.market(shoppers)) {
                Way way = market.way();
                List<Long> listings = market.open(Math.min(LISTINGS, members), way);
                try (MarketTables scratch = MarketTables.create(
                        shop.postgres(),
                        Bench.SCRATCH,
                        shop.folders().checkout(),
                        service -> shop.service(service).appRole())) {
                    measure(result, scratch, new PurchaseForms(listings, way), shoppers);
                }
            }
        });
    }

    private void measure(BenchResult result, MarketTables scratch, PurchaseForms forms, Shoppers shoppers) {
        Wish wish = new Wish(
                "POST /api/v1/market-purchases", UNTIL_DECIDED, forms::of, Optional.of(new FollowUp("/payment", "{}")));
        Buying market = bench.buying("market", shop.gateway(), wish, shoppers, Bench.series());
        long rejectedBefore = rejected();
        List<Series> all = bench.compete(result, List.of(scratch.boughtAndPaid(), market));
        result.ratio(all.get(1), all.get(0), Optional.empty());
        bench.atHalfOfMaximum(result, market, all.get(1).perSecond(), TWO_DECISIONS);
        if (rejected() > rejectedBefore) {
            throw new Trouble(
                    "Purchases of the benchmark were rejected, so its figures say nothing; see infra/logs order.");
        }
    }

    private long rejected() {
        return purchases("status = 'R'");
    }

    private long purchases(String condition) {
        return bench.databases()
                .number(shop.service("order").database(), "select count(*) from market_purchase where " + condition);
    }

    /** What the buyers send; the listing of a number belongs to the member of that number. */
    private record PurchaseForms(List<Long> listings, Way way) {

        /** Each buys from the others, beginning with another one than his neighbours. */
        List<String> of(int buyer) {
            return IntStream.range(0, PURCHASES_PER_BUYER + 1)
                    .map(number -> (buyer * PURCHASES_PER_BUYER + number) % listings.size())
                    .filter(seller -> seller != buyer)
                    .limit(PURCHASES_PER_BUYER)
                    .mapToObj(seller -> form(listings.get(seller)))
                    .toList();
        }

        private String form(long listing) {
            return """
                {"lines":[{"listingId":%d,"quantity":1}],"packagingId":%d,"shippingTariffId":%d,\
                "shipTo":{"name":"Bench buyer","street":"Bench street 1","zipCode":"1117","city":"Budapest",\
                "country":"HU"}}\
                """.formatted(listing, way.packaging(), way.tariff());
        }
    }
}
