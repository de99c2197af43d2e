package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import kontor.e2e.Client.Answer;
import kontor.e2e.Market.Trader;
import kontor.e2e.Retail.Customer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * All services of a shop with two instances of each are restarted in turn while it is used. Whoever reads, or writes
 * with a key, sends each request once and gets his answer; who listens hears everything once (T-18).
 */
@Order(110)
@Tag("long")
@Timeout(value = 12, unit = TimeUnit.MINUTES)
@ExtendWith(ShopExtension.class)
class RollingRestartIT {

    private static final Duration RESTART = Duration.ofMinutes(8);

    /** Enough that something is under way at any moment, and little enough that starts do not wait for it. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final Duration PAUSE_OF_A_READER = Duration.ofSeconds(1);

    /** A member may write twenty messages in ten seconds. */
    private static final Duration PAUSE_OF_A_WRITER = Duration.ofSeconds(1);

    private static final List<String> PAGES =
            List.of("members", "products", "deposits", "orders", "invoices", "tickets", "conversations");
    private static final long PRICE = 10;
    private static final int PIECES = 5_000;
    private static final int WAIT = 5;

    private final Shop shop;
    private final Community community;
    private final Retail retail;
    private final Market market;
    private final Customer customer;

    RollingRestartIT(Shop shop) {
        this.shop = shop;
        if (!shop.isWide()) {
            assertThat(shop.run("down").status()).isZero();
            shop.upWide();
        }
        this.community = Community.of(shop);
        this.retail = Retail.of(shop);
        this.market = Market.of(shop);
        this.customer = retail.customer("Rolling Customer");
    }

    @Test
    void nobodyIsRefusedAndNothingHappensTwice() throws Exception {
        String buyer = community.member("Rolling Buyer", "Board");
        long talk = conversation();
        try (Bustle bustle = new Bustle();
                LiveStream live = LiveStream.of(List.of(customer.client()))) {
            read(bustle);
            buy(bustle, buyer);
            order(bustle);
            deal(bustle);
            write(bustle, talk);

            Command.Result restart = shop.run(RESTART, "restart", "--no-build");
            Map<String, Integer> done = bustle.end();

            assertThat(restart.status()).as(restart.output()).isZero();
            assertThat(bustle.failures()).isEmpty();
            assertThat(done)
                    .containsKeys("purchase", "order", "deal", "message")
                    .containsKeys(PAGES.toArray(String[]::new));
            assertThat(community.credit(buyer)).isEqualTo(-PRICE * done.getOrDefault("purchase", 0));
            List<Long> written = LongStream.rangeClosed(1, done.getOrDefault("message", 0))
                    .boxed()
                    .toList();
            await().atMost(Ordeal.RETURN)
                    .untilAsserted(() -> assertThat(live.numbers(talk)).isEqualTo(written));
        }
        await().atMost(Ordeal.RETURN).until(() -> retail.areDecided(List.of(customer)));
        Command.Result check = shop.run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }

    private void read(Bustle bustle) {
        for (String page : PAGES) {
            bustle.go(
                    page,
                    PAUSE_OF_A_READER,
                    isStatus(200),
                    key -> community.admin().get("/api/v1/" + page + "?limit=1"));
        }
    }

    private void buy(Bustle bustle, String buyer) {
        Client kiosk = shop.as("kiosk");
        String cart = Community.cart(buyer, community.product(PRICE), 1);
        bustle.go("purchase", PAUSE, isStatus(201), key -> kiosk.postOnce(0, "/api/v1/shelf-purchases", cart, key));
    }

    /** Waits for what the catalog decides; 202 says that this takes longer. */
    private void order(Bustle bustle) {
        String form = Retail.form(
                customer, retail.paymentMethod(8), new Retail.Line(retail.product(500, retail.vatRate(27), PIECES), 1));
        await().atMost(Community.SOON).until(() -> Retail.order(customer, form), Retail::isTaken);
        bustle.go(
                "order", PAUSE, Retail::isTaken, key -> customer.client().postOnce(WAIT, "/api/v1/orders", form, key));
    }

    /** Waits for the catalog, then for the ledger. */
    private void deal(Bustle bustle) {
        Trader seller = market.trader("Rolling Seller", "Member");
        Trader buyer = market.trader("Rolling Trader", "Board");
        Market.Way way = market.way(540, true);
        String form = Market.form(
                market.listing(seller, "Teapot", PRICE, PIECES), 1, way, Market.toAddress("Rolling Trader"));
        market.bought(buyer, form);
        bustle.go("deal", PAUSE, answer -> answer.status() == 200 || Market.isTaken(answer), key -> {
            Answer bought = buyer.client().postOnce(WAIT, "/api/v1/market-purchases", form, key);
            return bought.status() == 201
                    ? buyer.client().postOnce(WAIT, Market.path(bought.number("id")) + "/payment", "{}", key)
                    : bought;
        });
    }

    private long conversation() {
        return await().atMost(Community.SOON)
                .until(
                        () -> customer.client()
                                .post("/api/v1/conversations", "{\"type\":\"PRIVATE\",\"memberIds\":[]}"),
                        answer -> answer.status() == 201)
                .number("id");
    }

    private void write(Bustle bustle, long conversation) {
        String path = "/api/v1/conversations/%d/messages".formatted(conversation);
        bustle.go(
                "message",
                PAUSE_OF_A_WRITER,
                isStatus(201),
                key -> customer.client()
                        .postOnce(
                                0,
                                path,
                                "{\"clientMessageId\":\"%s\",\"text\":\"On we go.\"}".formatted(UUID.fromString(key)),
                                key));
    }

    private static Predicate<Answer> isStatus(int status) {
        return answer -> answer.status() == status;
    }
}
