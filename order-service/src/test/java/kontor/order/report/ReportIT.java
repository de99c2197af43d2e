package kontor.order.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kontor.order.Answer;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Sums over orders; other tests place orders too, so each looks at what is its own. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class ReportIT {

    private final Shop shop;

    ReportIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
    }

    private JsonNode read(String path) {
        return shop.get(shop.admin().bearer(), path).expect(200).body();
    }

    private JsonNode total(Customer customer) {
        return read("/orders/customer-totals?customerId=" + customer.id()).at("/items/0");
    }

    @Test
    void addsUpWhatACustomerHasOrdered() {
        Customer cleo = shop.customer();
        assertThat(total(cleo).path("netMinor").asLong(-1)).isZero();

        shop.submit(cleo.bearer(), shop.order(cleo, 1)).expect(202);
        shop.cancel(cleo.bearer(), shop.placed(cleo, 1).id()).expect(200);
        assertThat(total(cleo).path("netMinor").asLong(-1)).isZero();

        Answer three = shop.placed(cleo, 3);
        shop.moveItem(three.id(), three.item(3), "CANCELLED").expect(200);
        shop.move(shop.placed(cleo, 1).id(), "DELIVERED").expect(200);

        assertThat(total(cleo).path("orders").asLong()).isEqualTo(2);
        assertThat(total(cleo).path("netMinor").asLong()).isEqualTo(100 + 400 + 100);
        assertThat(read("/orders/customer-totals?sort=-netMinor&limit=1")
                        .at("/items/0/netMinor")
                        .asLong())
                .isGreaterThanOrEqualTo(600);
    }

    @Test
    void countsThePiecesSoldOfAProduct() {
        Customer cleo = shop.customer();
        long tea = shop.neighbours().product(10, "27");
        String sales = "/orders/product-sales?productId=" + tea;
        assertThat(read(sales).path("items")).isEmpty();

        shop.placed(cleo, shop.order(cleo, Shop.line(tea, 3) + ", " + Shop.line(tea, 4)));
        Answer second = shop.placed(cleo, shop.order(cleo, Shop.line(tea, 50) + ", " + Shop.line(tea, 1)));
        shop.moveItem(second.id(), second.item(1), "CANCELLED").expect(200);
        shop.submit(cleo.bearer(), shop.order(cleo, Shop.line(tea, 500))).expect(202);

        assertThat(read(sales).at("/items/0/amount").asLong()).isEqualTo(8);
        assertThat(read(sales).at("/items/0/netMinor").asLong()).isEqualTo(80);
        assertThat(read(sales + "&minAmount=8").path("items")).hasSize(1);
        assertThat(read(sales + "&minAmount=9").path("items")).isEmpty();
    }

    @Test
    void cutsTheTimeOfOrdersIntoEqualParts() {
        shop.placed(shop.customer(), 1);

        JsonNode histogram = read("/orders/histogram?groups=7");

        assertThat(histogram.path("limits")).hasSize(8);
        assertThat(histogram.path("groups")).hasSize(7);
        assertThat(sum(histogram, "orders")).isEqualTo(count("count(distinct o.id)"));
        assertThat(sum(histogram, "netMinor"))
                .isEqualTo(count("sum(i.amount * i.unit_price_minor) filter (where i.status_id between 3 and 7)"));
        Instant start = Instant.parse(histogram.at("/limits/0").asString(""));
        Instant end = Instant.parse(histogram.at("/limits/7").asString(""));
        assertThat(Duration.between(start, end)).isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(histogram.at("/groups/6/to").asString(""))
                .isEqualTo(histogram.at("/limits/7").asString(""));
        assertThat(shop.send(
                                HttpMethod.GET,
                                "/orders/histogram?groups=3",
                                shop.admin().bearer(),
                                null,
                                headers -> headers.set("Accept", "text/csv"))
                        .expect(200)
                        .text()
                        .lines()
                        .count())
                .isEqualTo(4);
    }

    private static long sum(JsonNode histogram, String field) {
        return histogram
                .path("groups")
                .valueStream()
                .mapToLong(group -> group.path(field).asLong())
                .sum();
    }

    /** Over the items of orders that count. */
    private long count(String what) {
        return shop.neighbours()
                .owner()
                .sql("select " + what + " from retail_order o join order_item i on i.order_id = o.id"
                        + " where o.status_id between 3 and 7")
                .query((row, n) -> row.getLong(1))
                .single();
    }

    @Test
    void wantsASensibleNumberOfParts() {
        for (String query : new String[] {"", "?groups=0", "?groups=1001", "?groups=x", "?groups=1.5"}) {
            shop.get(shop.admin().bearer(), "/orders/histogram" + query).refused(400, "invalid-field");
        }
        shop.get(shop.customer().bearer(), "/orders/histogram?groups=3").refused(403, "forbidden");
    }
}
