package kontor.catalog.packaging;

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
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class PackagingIT {

    private final Shop shop;
    private final Wire wire;

    PackagingIT(RestTestClient http, Members members, TopicReader topics) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
    }

    @Test
    void tellsWhatHappensToAPackaging() {
        long id = shop.packaging();
        Answer edited = shop.patch("/packagings/" + id, Map.of("weightG", 0, "active", false))
                .expect(200);

        assertThat(edited.etag()).isEqualTo("\"2\"");
        List<Told> facts = wire.facts("packaging", id, 2);
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L);
        assertThat(facts.getLast().body().get("weightG").asInt()).isZero();
        assertThat(facts.getLast().body().get("active").asBoolean()).isFalse();
        assertThat(facts.getLast().body().get("lengthMm").asInt()).isEqualTo(300);
    }

    @Test
    void hasANameOfItsOwnIgnoringCase() {
        long id = shop.packaging();
        String name = shop.get("/packagings/" + id).body().get("name").asString();
        Map<String, Object> twin =
                Map.of("name", name.toUpperCase(Locale.ROOT), "lengthMm", 1, "widthMm", 1, "heightMm", 1, "weightG", 0);

        shop.post("/packagings", twin).refused(409, "duplicate");
        shop.patch("/packagings/" + shop.packaging(), Map.of("name", name)).refused(409, "duplicate");
        shop.patch("/packagings/" + id, Map.of("name", name.toUpperCase(Locale.ROOT)))
                .expect(200);
    }

    @Test
    void isEditedByOneOfManyRacers() {
        long id = shop.packaging();

        List<Integer> statuses = Together.all(
                8,
                n -> shop.patch("/packagings/" + id, "\"1\"", Map.of("weightG", 1000 + n))
                        .status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(wire.facts("packaging", id, 2)).hasSize(2);
    }

    @Test
    void isFoundByNameAndState() {
        long id = shop.packaging();
        String name =
                shop.get("/packagings/" + id).body().get("name").asString().replace(" ", "%20");

        assertThat(shop.get("/packagings?active=true&name=" + name).body().get("items"))
                .hasSize(1);
        assertThat(shop.get("/packagings?active=false&name=" + name).body().get("items"))
                .isEmpty();
    }
}
