package kontor.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ProductIT {

    private final Shop shop;
    private final Wire wire;

    ProductIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
    }

    @Test
    void tellsANewProductWithItsPriceAndItsState() {
        long tag = shop.tag(true);
        Shop.Answer answer =
                shop.product(Map.of("priceMinor", 249, "tagIds", List.of(tag))).expect(201);

        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.body().get("priceMinor").asLong()).isEqualTo(249);
        List<Told> facts = wire.facts("product", answer.id(), 2);
        assertThat(facts).extracting(Told::name).containsExactly("product-created", "price-changed");
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L);
        Told state = wire.state(answer.id(), body -> true);
        assertThat(state.version()).isEqualTo(1);
        assertThat(state.body().get("forSale").asBoolean()).isTrue();
    }
}
