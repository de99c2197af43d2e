package kontor.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kontor.bench.measure.Series;
import kontor.bench.report.Figures;
import kontor.bench.shop.BenchShelf;
import kontor.bench.shop.Buying;
import kontor.bench.shop.Customers;
import kontor.bench.shop.Good;
import kontor.bench.shop.ReadyRequests.Wish;
import kontor.bench.shop.Shoppers;
import kontor.bench.yardstick.OrderTables;
import kontor.local.stack.Trouble;

/**
 * Retail orders of two lines through the gateway, each answered when the catalog has decided, and the same rows as raw
 * SQL; of many products, and with one that is on every order.
 */
final class OrdersBench {

    private static final int GOODS = 64;
    private static final int ORDERS_PER_CUSTOMER = 16;

    /** Enough of the hot product for a run of the program, so that no order is refused. */
    private static final int PIECES = 1_000_000;

    /** Longer than any decision takes here: what is not decided by then counts as an error. */
    private static final List<String> UNTIL_DECIDED = List.of("Prefer: wait=5");

    private static final Figures.Goal DECISION = new Figures.Goal("W1", 250, Optional.of(60.0));
    private static final Figures.Goal HOT = new Figures.Goal("hot product", 0.5, Optional.empty());

    private final Bench bench;
    private final RunningShop shop;

    OrdersBench(Bench bench) {
        this.bench = bench;
        this.shop = bench.shop();
    }

    void run() {
        BenchResult result = new BenchResult(
                shop, bench.options(), "orders", List.of("gateway", "order", "catalog"), orders("true"));
        bench.run(result, shoppers -> {
            List<String> members = shoppers.assemble();
            Customers customers = shoppers.customers();
            try (BenchShelf shelf = shop.shelf()) {
                List<Good> goods = shelf.open(GOODS);
                shelf.fill(PIECES);
                OrderForms forms = new OrderForms(customers.sites(members), customers.paymentMethod(), goods);
                try (OrderTables scratch = scratchTables(goods)) {
                    measure(result, scratch, forms, shoppers);
                }
            }
        });
    }

    private OrderTables scratchTables(List<Good> goods) {
        return OrderTables.create(
                shop.postgres(),
                Bench.SCRATCH,
                shop.folders().checkout(),
                shop.service("order").appRole(),
                shop.service("catalog").appRole(),
                goods);
    }

    private void measure(BenchResult result, OrderTables scratch, OrderForms forms, Shoppers shoppers) {
        String series = Bench.series();
        Buying many = bench.buying("many", shop.gateway(), order(forms::ofMany), shoppers, series + "m");
        Buying hot = bench.buying("hot", shop.gateway(), order(forms::withTheHotOne), shoppers, series + "h");
        long refusedBefore = refused();
        List<Series> all = bench.compete(result, List.of(scratch.many(), many, scratch.hot(), hot));
        result.ratio(all.get(1), all.get(0), Optional.empty());
        result.ratio(all.get(3), all.get(2), Optional.empty());
        result.ratio(all.get(3), all.get(1), Optional.of(HOT));
        bench.atHalfOfMaximum(result, many, all.get(1).perSecond(), DECISION);
        if (refused() > refusedBefore) {
            throw new Trouble(
                    "Orders of the benchmark were refused, so its figures say nothing; see infra/logs order.");
        }
    }

    private static Wish order(IntFunction<List<String>> bodies) {
        return new Wish("POST /api/v1/orders", UNTIL_DECIDED, bodies);
    }

    /** An answer of 201 says decided, not how. */
    private long refused() {
        return orders("s.code = 'REJECTED'");
    }

    private long orders(String condition) {
        return bench.databases()
                .number(
                        shop.service("order").database(),
                        "select count(*) from retail_order o join order_status s on s.id = o.status_id where "
                                + condition);
    }

    /** What the customers send. */
    private record OrderForms(List<Long> sites, long paymentMethod, List<Good> goods) {

        List<String> ofMany(int customer) {
            return of(customer, order -> form(customer, good(2 * order), good(2 * order + 1)));
        }

        List<String> withTheHotOne(int customer) {
            return of(customer, order -> form(customer, goods.getFirst(), goods.get(1 + order % (goods.size() - 1))));
        }

        /** @param form gives an order by its number among those of all customers */
        private static List<String> of(int customer, IntFunction<String> form) {
            int first = customer * ORDERS_PER_CUSTOMER;
            return IntStream.range(first, first + ORDERS_PER_CUSTOMER)
                    .mapToObj(form)
                    .toList();
        }

        private Good good(int number) {
            return goods.get(number % goods.size());
        }

        private String form(int customer, Good one, Good other) {
            return """
                {"customerSiteId":%d,"paymentMethodId":%d,\
                "lines":[{"productId":%d,"amount":1},{"productId":%d,"amount":1}]}\
                """.formatted(sites.get(customer), paymentMethod, one.productId(), other.productId());
        }
    }
}
