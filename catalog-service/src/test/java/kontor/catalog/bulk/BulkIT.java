package kontor.catalog.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.reservation.Basket;
import kontor.catalog.reservation.Course;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class BulkIT {

    private final Shop shop;
    private final Wire wire;
    private final TopicWriter writer;
    private final TestDatabase database;

    BulkIT(RestTestClient http, Members members, TopicReader topics, TopicWriter writer, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        this.writer = writer;
        this.database = database;
    }

    /** Example 5 of the domain page. */
    @Test
    void changesThePricesOfACategory() {
        long top = shop.category(null);
        long below = shop.category(top);
        long one = shop.productId(Map.of("categoryId", top, "priceMinor", 1990));
        long other = shop.productId(Map.of("categoryId", top, "priceMinor", 1220));
        long deeper = shop.productId(Map.of("categoryId", below, "priceMinor", 1000));
        long free = shop.productId(Map.of("categoryId", top, "priceMinor", 0));

        Answer direct = changePrices(top, "-12.5", false);
        Answer all = changePrices(top, "100", true);

        assertThat(ids(direct)).containsExactlyInAnyOrder(one, other);
        assertThat(direct.body().get("changed").asInt()).isEqualTo(2);
        assertThat(ids(all)).containsExactlyInAnyOrder(one, other, deeper);
        assertThat(price(one)).isEqualTo(2 * 1741);
        assertThat(price(other)).isEqualTo(2 * 1068);
        assertThat(price(deeper)).isEqualTo(2000);
        assertThat(price(free)).isZero();
        assertThat(wire.state(one, body -> body.get("priceMinor").asLong() == 2 * 1741)
                        .version())
                .isEqualTo(3);
    }

    @Test
    void changesNothingIfOnePriceWouldLeaveTheRange() {
        long category = shop.category(null);
        long cheap = shop.productId(Map.of("categoryId", category, "priceMinor", 10));
        shop.productId(Map.of("categoryId", category, "priceMinor", 9_999_999_999L));

        shop.postOnce("/products/bulk/price-change", Map.of("categoryId", category, "percent", 1))
                .refused(422, "amount-out-of-range");

        assertThat(price(cheap)).isEqualTo(10);
    }

    @Test
    void movesTheDearIntoACategoryThatIsMadeForThem() {
        String name = Shop.named("Luxury");
        long dear = shop.productId(Map.of("priceMinor", 9_999_999_998L));
        long exactly = shop.productId(Map.of("priceMinor", 9_999_999_997L));
        Map<String, Object> body = Map.of("priceMinor", 9_999_999_997L, "categoryName", name);

        Answer first = shop.postOnce("/products/bulk/move", body).expect(200);
        Answer again = shop.postOnce("/products/bulk/move", body).expect(200);

        assertThat(ids(first)).contains(dear).doesNotContain(exactly);
        assertThat(again.body().get("changed").asInt()).isZero();
        long category = shop.get("/products/" + dear).body().get("categoryId").asLong();
        assertThat(shop.get("/categories/" + category).body().get("name").asString())
                .isEqualTo(name);
        assertThat(shop.get("/categories/" + category).body().get("parentId").isNull())
                .isTrue();
    }

    @Test
    void discountsWhatMovesSlowly() {
        long slow = shop.productId(Map.of("priceMinor", 102));
        long ordered = shop.productId(Map.of("priceMinor", 102));
        long longAgo = shop.productId(Map.of("priceMinor", 102));
        long plenty = shop.productId(Map.of("priceMinor", 102));
        long untracked = shop.productId(Map.of("priceMinor", 102, "stockPolicy", "UNTRACKED"));
        shop.postOnce("/products/" + plenty + "/stock-corrections", Map.of("delta", 3, "reason", "counted"));
        orderedBefore(ordered, "364 days");
        orderedBefore(longAgo, "1 year 1 day");
        long promised = shop.stockedId(4);
        new Course(writer, database, Basket.of(promised, 2)).submit();

        Answer answer = shop.postOnce("/products/bulk/slow-movers", "{}").expect(200);

        assertThat(ids(answer)).contains(slow, longAgo, promised).doesNotContain(ordered, plenty, untracked);
        assertThat(price(slow)).isEqualTo(77);
        assertThat(price(ordered)).isEqualTo(102);
    }

    @Test
    void happensOncePerKey() {
        long category = shop.category(null);
        long id = shop.productId(Map.of("categoryId", category, "priceMinor", 100));
        Map<String, Object> body = Map.of("categoryId", category, "percent", 10);

        List<String> answers = Together.all(
                8,
                n -> shop.post("/products/bulk/price-change", body, "bulk-" + id)
                        .expect(200)
                        .text());

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(price(id)).isEqualTo(110);
    }

    private Answer changePrices(long category, String percent, boolean descendants) {
        return shop.postOnce(
                        "/products/bulk/price-change",
                        Map.of("categoryId", category, "percent", new BigDecimal(percent), "descendants", descendants))
                .expect(200);
    }

    private void orderedBefore(long product, String span) {
        database.asOwner()
                .sql("update product set last_ordered_at = now() - cast(? as interval) where id = ?")
                .params(span, product)
                .update();
    }

    private long price(long product) {
        return shop.get("/products/" + product).body().get("priceMinor").asLong();
    }

    private static List<Long> ids(Answer answer) {
        return answer.body().get("ids").valueStream().map(id -> id.asLong()).toList();
    }
}
