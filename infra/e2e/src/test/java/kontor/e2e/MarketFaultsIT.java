package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import kontor.e2e.Market.Trader;
import kontor.e2e.Market.Way;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A thousand random purchases by members who all buy and sell at once, while order-service and the ledger are killed
 * under them. {@code -Dkontor.seed} draws others.
 */
@Order(8)
@ExtendWith(ShopExtension.class)
class MarketFaultsIT {

    private static final long START = Long.getLong("kontor.seed", 5);

    /** The last of them has no credit and may not have debts. */
    private static final int TRADERS = 6;

    private static final long CREDIT = 5_000;
    private static final int CLIENTS = 20;

    /** Of each of the two parts that are killed. */
    private static final int BEFORE = 150;

    private static final int AFTER = 350;

    /** Fewer than are wanted of the first listing, more than of the others. */
    private static final int SCARCE = 700;

    private static final int PLENTY = 2_000;

    private final Shop shop;
    private final Market market;
    private final Client admin;
    private final List<Trader> traders = new ArrayList<>();
    private final List<Long> listings = new ArrayList<>();
    private final Map<Plan, Deal> deals = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    MarketFaultsIT(Shop shop) {
        this.shop = shop;
        this.market = Market.of(shop);
        this.admin = market.admin();
    }

    @Test
    void aThousandRandomPurchasesComeToWhatTheirPartiesWereToldThoughPartsAreKilled() throws Exception {
        Way way = assemble();

        trade("order", way);
        trade("ledger", way);

        assertThat(deals).as("start number %d", START).hasSizeGreaterThanOrEqualTo(2 * (BEFORE + AFTER));
        assertThat(deals.values())
                .extracting(Deal::status)
                .contains("REJECTED", "OPEN", "PAID", "SHIPPED", "DONE", "CANCELLED");
        assertThatEachHasOneRowPerMove();
        assertThatMoneyAndPiecesAreWhereTheyBelong();
        Command.Result check = shop.run("check");
        assertThat(check.status())
                .as("start number %d: %s", START, check.output())
                .isZero();
    }

    private Way assemble() {
        market.feeModel();
        Way way = market.way(350, false);
        for (int i = 0; i < TRADERS; i++) {
            boolean isPoor = i == TRADERS - 1;
            Trader trader = market.trader("Market Trader " + i, isPoor ? "Contender" : "Board");
            traders.add(trader);
            if (!isPoor) {
                market.community().deposit(trader.memberId(), CREDIT);
                listings.add(market.listing(trader, "Thing " + i, 700 + 100 * i, i == 0 ? SCARCE : PLENTY));
            }
        }
        for (int i = 0; i < listings.size(); i++) {
            Trader other = traders.get((i + 1) % TRADERS);
            long known = market.bought(other, form(i, other, 1, way)).number("id");
            assertThat(Market.step(other, known, "cancellation", "{}").status()).isEqualTo(200);
        }
        return way;
    }

    private long sum(ToLongFunction<Deal> worth) {
        return sum(plan -> true, worth);
    }

    private long sum(Predicate<Plan> whose, ToLongFunction<Deal> worth) {
        return deals.entrySet().stream()
                .filter(deal -> whose.test(deal.getKey()))
                .mapToLong(deal -> worth.applyAsLong(deal.getValue()))
                .sum();
    }

    private String form(int listing, Trader buyer, int quantity, Way way) {
        return Market.form(listings.get(listing), quantity, way, Market.toAddress("Trader " + buyer.memberId()));
    }

    private void trade(String victim, Way way) throws Exception {
        int already = deals.size();
        List<Consumer<AtomicBoolean>> clients = IntStream.range(0, CLIENTS)
                .<Consumer<AtomicBoolean>>mapToObj(client -> isOver -> tradeUntil(isOver, way))
                .toList();
        new Ordeal(shop, market.community()).killed(victim, clients, () -> deals.size() - already, BEFORE, AFTER);
    }

    private void tradeUntil(AtomicBoolean isOver, Way way) {
        while (!isOver.get()) {
            Plan plan = Plan.drawn(START, next.getAndIncrement(), TRADERS);
            Trader buyer = traders.get(plan.buyer());
            Bargain bargain = new Bargain(plan, buyer, traders.get(plan.seller()), admin);
            deals.put(plan, bargain.struck(form(plan.seller(), buyer, plan.quantity(), way)));
        }
    }

    /** Read by the buyers, each of whom may ask so often. */
    private void assertThatEachHasOneRowPerMove() throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(TRADERS)) {
            List<Future<?>> reading = new ArrayList<>();
            deals.forEach((plan, deal) -> reading.add(readers.submit(() -> assertThat(Ordeal.untilAnswered(
                                    () -> traders.get(plan.buyer()).client().get(Market.path(deal.id()) + "/log"),
                                    answer -> answer.status() == 200)
                            .body()
                            .required("items")
                            .valueStream()
                            .map(row -> row.required("action").asString()))
                    .as("%d of start number %d: %s", deal.id(), START, plan)
                    .containsExactlyElementsOf(deal.moves()))));
            for (Future<?> one : reading) {
                one.get();
            }
        }
    }

    private void assertThatMoneyAndPiecesAreWhereTheyBelong() {
        assertThat(sum(Deal::buyerMinor) + sum(Deal::sellerMinor) + sum(Deal::escrowMinor) + sum(Deal::feesMinor))
                .isEqualTo(sum(Deal::outsideMinor));
        for (int i = 0; i < TRADERS; i++) {
            int trader = i;
            long credit = (i == TRADERS - 1 ? 0 : CREDIT)
                    + sum(plan -> plan.buyer() == trader, Deal::buyerMinor)
                    + sum(plan -> plan.seller() == trader, Deal::sellerMinor);
            market.assertCredit(traders.get(i), credit);
        }
        for (int i = 0; i < listings.size(); i++) {
            int seller = i;
            long left = (i == 0 ? SCARCE : PLENTY)
                    - sum(plan -> plan.seller() == seller, deal -> deal.isConsumed() ? deal.quantity() : 0);
            long promised = sum(plan -> plan.seller() == seller, deal -> deal.isReserved() ? deal.quantity() : 0);
            market.assertPieces(listings.get(i), left, promised);
        }
    }
}
