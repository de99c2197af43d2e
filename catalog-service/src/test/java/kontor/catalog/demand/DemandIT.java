package kontor.catalog.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.reservation.Basket;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class DemandIT {

    private final Shop shop;
    private final TopicWriter topics;

    DemandIT(RestTestClient http, Members members, TopicWriter topics) {
        shop = new Shop(http, members);
        this.topics = topics;
    }

    @Test
    void knowsTheNewestOrderHoweverTheyAreTold() {
        long id = shop.productId(Map.of());

        topics.send(placed(id, "2026-05-11T09:12:44Z"), placed(id, "2020-01-18T00:00:00Z"));
        awaitOrdered(id, "2026-05-11T09:12:44Z");
        topics.send(
                placed(id, "2020-01-18T00:00:00Z").header("ce_imported", "true"), placed(id, "2026-05-12T00:00:00Z"));
        awaitOrdered(id, "2026-05-12T00:00:00Z");

        assertThat(shop.get("/products/" + id).body().get("lastOrderedAt").isNull())
                .isTrue();
    }

    /** C-24: by the orders themselves, in stock or not. */
    @Test
    void takesNothingForASlowMoverThatWasOrderedOfLate() {
        long ordered = shop.productId(Map.of("priceMinor", 102));
        long longAgo = shop.productId(Map.of("priceMinor", 102));
        topics.send(placed(ordered, Instant.now().toString()), placed(longAgo, "2020-01-18T00:00:00Z"));
        awaitOrdered(longAgo, "2020-01-18T00:00:00Z");
        Awaitility.await().until(() -> !lastOrderedAt(ordered).isNull());

        Answer answer = shop.postOnce("/products/bulk/slow-movers", "{}").expect(200);

        assertThat(answer.body().get("ids").valueStream().map(JsonNode::asLong))
                .contains(longAgo)
                .doesNotContain(ordered);
    }

    private void awaitOrdered(long product, String expected) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> lastOrderedAt(product).asString(""), expected::equals);
    }

    private JsonNode lastOrderedAt(long product) {
        return shop.get("/products/" + product, shop.admin()).expect(200).body().get("lastOrderedAt");
    }

    private static Fact placed(long product, String at) {
        Fact fact = Basket.of(product, 1).told(Basket.PLACED, 1);
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree(String.valueOf(fact.body()));
        return fact.body(body.put("placedAt", at).toString());
    }
}
