package kontor.catalog.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class TagIT {

    private final Shop shop;
    private final Wire wire;

    TagIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
    }

    @Test
    void tellsWhatHappensToATag() {
        shop.tag(true);
        long tag = shop.tag(true);
        shop.patch("/tags/" + tag, Map.of("forSale", false)).expect(200);
        shop.delete("/tags/" + tag).expect(204);

        List<Told> facts = wire.facts("tag", tag, 3);
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L, 3L);
        assertThat(facts.getLast().body().get("deleted").asBoolean()).isTrue();
        shop.get("/tags/" + tag).refused(404, "not-found");
    }

    @Test
    void takesItsProductsOffSale() {
        long tag = shop.tag(true);
        long one = shop.productId(Map.of("tagIds", List.of(tag)));
        long other = shop.productId(Map.of("tagIds", List.of(tag)));

        shop.patch("/tags/" + tag, Map.of("forSale", false)).expect(200);

        for (long id : List.of(one, other)) {
            assertThat(wire.state(id, body -> !body.get("forSale").asBoolean()).version())
                    .isEqualTo(2);
            assertThat(shop.get("/products/" + id).etag()).isEqualTo("\"2\"");
        }
    }

    @Test
    void touchesNoProductByItsName() {
        long tag = shop.tag(true);
        long id = shop.productId(Map.of("tagIds", List.of(tag)));

        shop.patch("/tags/" + tag, Map.of("name", Shop.named("R"))).expect(200);

        assertThat(shop.get("/products/" + id).etag()).isEqualTo("\"1\"");
    }

    @Test
    void staysWhileItIsTheOnlyTagOfAProduct() {
        long tag = shop.tag(true);
        long second = shop.tag(false);
        long id = shop.productId(Map.of("tagIds", List.of(tag)));

        shop.delete("/tags/" + tag).refused(409, "last-tag");
        shop.patch("/products/" + id, Map.of("tagIds", List.of(tag, second))).expect(200);
        shop.delete("/tags/" + second).expect(204);

        Told fact = wire.facts("product", id, 4).getLast();
        assertThat(fact.name()).isEqualTo("product-changed");
        assertThat(fact.body().get("changed").get(0).asString()).isEqualTo("tagIds");
        assertThat(wire.state(id, body -> body.get("forSale").asBoolean()).version())
                .isEqualTo(3);
    }

    @Test
    void isHeldByNoWithdrawnProduct() {
        long tag = shop.tag(true);
        long id = shop.productId(Map.of("tagIds", List.of(tag)));
        shop.delete("/products/" + id).expect(204);

        shop.delete("/tags/" + tag).expect(204);
    }

    @Test
    void hasANameOfItsOwn() {
        Answer tag = shop.post("/tags", Map.of("name", Shop.named("Snack"))).expect(201);
        String name = tag.body().get("name").asString();

        shop.post("/tags", Map.of("name", " " + name.toUpperCase(Locale.ROOT))).refused(409, "duplicate");
        shop.patch("/tags/" + tag.id(), Map.of("name", name.toUpperCase(Locale.ROOT)))
                .expect(200);
        shop.patch("/tags/" + shop.tag(true), Map.of("name", name)).refused(409, "duplicate");
    }
}
