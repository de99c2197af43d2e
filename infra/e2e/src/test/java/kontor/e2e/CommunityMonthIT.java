package kontor.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kontor.e2e.Client.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** From one stocktaking to the next: what a community does in a month, and that its books tell the same story. */
@Order(4)
@ExtendWith(ShopExtension.class)
class CommunityMonthIT {

    private static final long PRICE = 150;

    private final Community community;
    private final Client admin;
    private final Client kiosk;
    private final Instant begin = Instant.now().minus(Duration.ofDays(30));

    CommunityMonthIT(Shop shop) {
        this.community = Community.of(shop);
        this.admin = community.admin();
        this.kiosk = shop.as("kiosk");
    }

    @Test
    void aCommunityCountsSellsRestocksCorrectsAndCountsAgain() {
        String buyer = community.member("Month Buyer", "Contender");
        String shopper = community.member("Month Shopper", "Member");
        long lemonade = community.product(PRICE);
        community.deposit(buyer, 1_000);
        Answer activityBefore = admin.get("/api/v1/finance/activity");

        // The month begins with a count; the treasurer then types in what stood on the paper list by the fridge.
        long first = count(begin, Map.of(lemonade, 20));
        Answer paper =
                admin.post("/api/v1/shelf-purchases", """
                {"lines":[{"memberId":"%s","productId":%d,"amount":8,"at":"%s"}]}
                """.formatted(buyer, lemonade, begin.plus(Duration.ofDays(3))));
        assertThat(paper.status()).as(paper.toString()).isEqualTo(201);
        assertThat(community.credit(buyer)).isEqualTo(1_000 - 8 * PRICE);

        // He is below his limit of zero: only an admin's entry could get him there, and the terminal sells no more.
        assertThat(community.buy(kiosk, buyer, lemonade, 1).code()).isEqualTo("insufficient-credit");
        assertThat(community.buy(kiosk, shopper, lemonade, 2).status()).isEqualTo(201);

        long crates = restock(shopper, lemonade);

        // One piece was bought by the probe that waited for the product to be known: 20 - 8 - 2 - 1 + 12 on the shelf.
        await().atMost(Community.SOON).until(() -> community.onHand(lemonade) == 21);
        assertThat(community.credit(shopper)).isEqualTo(900 - 2 * PRICE);

        // Three bottles are gone without a trace, and the next count shows it.
        long second = count(Instant.now(), Map.of(lemonade, 18));
        Answer balance = admin.get("/api/v1/stocktakings/balance?start=%d&end=%d".formatted(first, second));
        JsonNode line = lineOf(balance.body().required("products"), lemonade);
        assertThat(line.required("difference").asLong()).isEqualTo(-3);
        assertThat(line.required("balanceMinor").asLong()).isEqualTo(-3 * PRICE);
        assertThat(line.required("replenishedMinor").asLong()).isEqualTo(900);

        switchOver("replenishment-collections", crates);
        assertThat(community.credit(shopper)).isEqualTo(-2 * PRICE);
        await().atMost(Community.SOON).until(() -> community.onHand(lemonade) == 18);
        booksAgree(activityBefore, buyer, shopper);
        Command.Result check = community.shop().run("check");
        assertThat(check.status()).as(check.output()).isZero();
    }

    @Test
    void whatIsCountedAsZeroIsSwitchedOffAndComesBackWithTheNextDelivery() {
        String seller = community.member("Month Seller", "Board");
        long soldOut = community.product(90);

        count(Instant.now(), Map.of(soldOut, 0));
        await().atMost(Community.SOON)
                .until(() -> community.buy(kiosk, seller, soldOut, 1).code().equals("product-inactive"));
        Answer sheet = admin.get("/api/v1/stocktakings/template");
        assertThat(sheet.headers().firstValue("Content-Type")).contains("application/pdf");

        restock(seller, soldOut);
        await().atMost(Community.SOON)
                .until(() -> community.buy(kiosk, seller, soldOut, 1).status() == 201);
    }

    @Test
    void aForgottenProductIsNamedAndNothingIsCounted() {
        long forgotten = community.product(110);
        Map<Long, Integer> all = shelf();
        all.remove(forgotten);
        long before = stocktakings();

        Answer refused = admin.post("/api/v1/stocktakings", stocktaking(Instant.now(), all));

        assertThat(refused.code()).isEqualTo("stocktaking-incomplete");
        assertThat(refused.toString()).contains(Long.toString(forgotten));
        assertThat(stocktakings()).isEqualTo(before);
    }

    /** Twelve bottles for 9.00; a line typed in twice is revoked, a wrong price is corrected. */
    private long restock(String seller, long product) {
        Answer brought = admin.post("/api/v1/replenishment-collections", """
                {"sellerId":"%s","at":"%s","comment":"crates","lines":[
                  {"productId":%d,"amount":12,"totalPriceMinor":800},
                  {"productId":%d,"amount":12,"totalPriceMinor":800}]}
                """.formatted(
                        seller, begin.plus(Duration.ofDays(10)), product, product));
        assertThat(brought.status()).as(brought.toString()).isEqualTo(201);
        long right = brought.body().required("lines").get(0).required("id").asLong();
        switchOver(
                "replenishments",
                brought.body().required("lines").get(1).required("id").asLong());
        long version = admin.get("/api/v1/replenishments/" + right).number("version");
        Answer corrected = admin.patch("/api/v1/replenishments/" + right, version, "{\"totalPriceMinor\":900}");
        assertThat(corrected.status()).as(corrected.toString()).isEqualTo(200);
        return brought.number("id");
    }

    private void switchOver(String resource, long id) {
        Answer revoked = admin.post("/api/v1/%s/%d/revocations".formatted(resource, id), "{\"revoked\":true}");
        assertThat(revoked.status()).as(revoked.toString()).isEqualTo(201);
    }

    /** Counts everything there is; what is not named has what should be there, and stays on the shelf. */
    private long count(Instant at, Map<Long, Integer> found) {
        Map<Long, Integer> counts = shelf();
        counts.putAll(found);
        Answer counted = admin.post("/api/v1/stocktakings", stocktaking(at, counts));
        assertThat(counted.status()).as(counted.toString()).isEqualTo(201);
        return counted.number("id");
    }

    private static String stocktaking(Instant at, Map<Long, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> "{\"productId\":%d,\"count\":%d,\"keepActive\":false}"
                        .formatted(count.getKey(), count.getValue()))
                .collect(Collectors.joining(",", "{\"at\":\"%s\",\"lines\":[".formatted(at), "]}"));
    }

    /** All that has to be counted; nothing of it is out of stock, so that no other journey's goods are switched off. */
    private Map<Long, Integer> shelf() {
        Map<Long, Integer> counts = new HashMap<>();
        String next = "";
        do {
            JsonNode page = admin.get("/api/v1/products?active=true&stockPolicy=TRACKED&limit=100" + next)
                    .body();
            page.required("items")
                    .forEach(product -> counts.put(product.required("id").asLong(), 1));
            next = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return counts;
    }

    private long stocktakings() {
        return admin.get("/api/v1/stocktakings?count=true").number("total");
    }

    /** The activity moved by what the month brought, and what the shop has is what it owes and earned. */
    private void booksAgree(Answer activityBefore, String... members) {
        JsonNode activity = admin.get("/api/v1/finance/activity").body();
        assertThat(item(activity, "incomes", "PURCHASES") - item(activityBefore.body(), "incomes", "PURCHASES"))
                .isEqualTo(10 * PRICE);
        assertThat(item(activity, "expenses", "REPLENISHMENTS")
                        - item(activityBefore.body(), "expenses", "REPLENISHMENTS"))
                .isZero();
        JsonNode statement = admin.get("/api/v1/finance/statement").body();
        assertThat(closing(statement, "assets"))
                .isEqualTo(closing(statement, "liabilities")
                        + closing(statement, "result")
                        + closing(statement, "openingBalances"));
        for (String member : members) {
            JsonNode newest = admin.get("/api/v1/accounts/%s/entries?limit=1".formatted(member))
                    .body()
                    .required("items")
                    .get(0);
            assertThat(newest.required("balanceAfterMinor").asLong()).isEqualTo(community.credit(member));
        }
    }

    private static long closing(JsonNode statement, String section) {
        return statement
                .required(section)
                .required("total")
                .required("closingMinor")
                .asLong();
    }

    private static long item(JsonNode activity, String side, String source) {
        for (JsonNode item : activity.required(side).required("items")) {
            if (item.required("source").asString().equals(source)) {
                return item.required("amountMinor").asLong();
            }
        }
        throw new AssertionError("no " + source);
    }

    private static JsonNode lineOf(JsonNode products, long product) {
        for (JsonNode line : products) {
            if (line.required("productId").asLong() == product) {
                return line;
            }
        }
        throw new AssertionError("no product " + product);
    }
}
