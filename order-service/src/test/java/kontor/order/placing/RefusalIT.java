package kontor.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.order.Answer;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What order-service knows is refused at once, in the order of the rules, and stores nothing (O-1, O-2). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class RefusalIT {

    private final Shop shop;
    private final Neighbours neighbours;
    private final Customer cleo;

    RefusalIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        neighbours = shop.neighbours();
        cleo = shop.customer();
    }

    private void refuses(Customer caller, String body, int status, String code, String pointer) {
        Answer answer = shop.submit(caller.bearer(), body).refused(status, code);

        assertThat(answer.pointer()).isEqualTo(pointer);
        shop.get(caller.bearer(), "/orders?count=true").expect(200);
        assertThat(neighbours
                        .owner()
                        .sql("select count(*) from retail_order where customer_id in (?, ?)")
                        .params(caller.id(), cleo.id())
                        .query((row, n) -> row.getLong(1))
                        .single())
                .isZero();
    }

    private void refuses(String body, int status, String code, String pointer) {
        refuses(cleo, body, status, code, pointer);
    }

    private String line(Map<String, ?> product) {
        return shop.order(cleo, Shop.line(neighbours.product(product), 1));
    }

    @Test
    void goodsThatCannotBeOrdered() {
        refuses(shop.order(cleo, Shop.line(0, 1)), 422, "unknown-reference", "/lines/0/productId");
        refuses(line(Map.of("withdrawn", true)), 422, "unknown-reference", "/lines/0/productId");
        refuses(line(Map.of("active", false)), 422, "product-inactive", "");
        refuses(line(Map.of("forSale", false)), 422, "product-not-for-sale", "");
        refuses(line(Map.of("priceMinor", -1)), 422, "amount-out-of-range", "");
        refuses(
                shop.order(cleo, "{\"barcode\": \"nowhere\", \"amount\": 1}"),
                422,
                "unknown-reference",
                "/lines/0/barcode");
        refuses(
                shop.order(cleo, "{\"productName\": \"nobody\", \"amount\": 1}"),
                422,
                "unknown-reference",
                "/lines/0/productName");
    }

    @Test
    void linesThatNameNotExactlyOneProduct() {
        long tea = neighbours.product(100, "27");
        String good = Shop.line(tea, 1);

        refuses(shop.order(cleo, good + ", {\"amount\": 1}"), 422, "unknown-reference", "/lines/1");
        refuses(
                shop.order(cleo, "{\"productId\": %d, \"barcode\": \"b%d\", \"amount\": 1}".formatted(tea, tea)),
                422,
                "unknown-reference",
                "/lines/0");
    }

    @Test
    void sitesAndMethodsThatAreNotHisOwn() {
        Customer other = shop.customer();
        String good = shop.order(cleo, 1);
        long inactive = shop.newMethod();
        shop.patch("/payment-methods/" + inactive, "{\"active\": false}").expect(200);
        String method = "\"paymentMethodId\": " + shop.method();

        refuses(
                good.replace("Id\": " + cleo.site(), "Id\": " + other.site()),
                422,
                "unknown-reference",
                "/customerSiteId");
        refuses(
                good.replace(method, method + ", \"billingSiteId\": " + other.site()),
                422,
                "unknown-reference",
                "/billingSiteId");
        refuses(good.replace(method, "\"paymentMethodId\": 0"), 422, "unknown-reference", "/paymentMethodId");
        refuses(good.replace(method, "\"paymentMethodId\": " + inactive), 422, "unknown-reference", "/paymentMethodId");
    }

    @Test
    void pricesThatAreNotTheExpectedOnes() {
        long tea = neighbours.product(100, "27");
        String line = "{\"productId\": %d, \"amount\": 1, \"expectedUnitPriceMinor\": %d}";

        Answer answer = shop.submit(cleo.bearer(), shop.order(cleo, line.formatted(tea, 99)))
                .refused(409, "price-changed");
        assertThat(answer.body().path("unitPriceMinor").asLong()).isEqualTo(100);
        assertThat(answer.body().path("productId").asLong()).isEqualTo(tea);

        Customer other = shop.customer();
        shop.submit(other.bearer(), shop.order(other, line.formatted(tea, 100))).expect(202);
    }

    @Test
    void whatIsReservedToAdmins() {
        Customer other = shop.customer();
        String good = shop.order(cleo, 1);

        refuses(other, good, 403, "forbidden-field", "");
        refuses(good.replace("\"amount\"", "\"unitPriceMinor\": 1, \"amount\""), 403, "forbidden-field", "");
        shop.submit(shop.members().verified().bearer(), good).refused(403, "forbidden");
        shop.submit(shop.members().verified().bearer(), "{").refused(403, "forbidden");
        shop.submit(shop.members().inactive().bearer(), good).refused(403, "member-inactive");
        shop.submit(shop.admin().bearer(), good.replace("\"customerId\": %d, ".formatted(cleo.id()), ""))
                .refused(400, "invalid-field");
        shop.submit(shop.admin().bearer(), good.replace("customerId\": " + cleo.id(), "customerId\": 0"))
                .refused(422, "unknown-reference");
    }

    @Test
    void totalsAndDeadlinesOutOfRange() {
        long gold = neighbours.product(9_999_999_999L, "0");
        long silver = neighbours.product(9_999_999_999L, "1");

        refuses(shop.order(cleo, Shop.line(gold, 2)), 422, "amount-out-of-range", "");
        refuses(shop.order(cleo, Shop.line(silver, 1)), 422, "amount-out-of-range", "");
        refuses(
                shop.order(cleo, 1).replace("\"lines\"", "\"deadline\": \"2020-01-01T00:00:00Z\", \"lines\""),
                422,
                "wrong-order",
                "");
    }

    /** The first rule that is broken answers, whatever comes after it. */
    @Test
    void theFirstRuleAnswers() {
        Customer other = shop.customer();
        String body = "{\"customerSiteId\": %d, \"paymentMethodId\": 0, \"lines\": [%s, %s]}";
        long hidden = neighbours.product(Map.of("active", false));
        String changed = "{\"productId\": %d, \"amount\": 1, \"expectedUnitPriceMinor\": 1}"
                .formatted(neighbours.product(100, "27"));

        refuses(body.formatted(other.site(), Shop.line(hidden, 1), changed), 422, "product-inactive", "");
        refuses(body.formatted(other.site(), changed, changed), 422, "unknown-reference", "/customerSiteId");
        refuses(body.formatted(cleo.site(), changed, changed), 422, "unknown-reference", "/paymentMethodId");
    }
}
