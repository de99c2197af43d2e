package kontor.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.trial.Together;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class StockCorrectionIT {

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final Members members;

    StockCorrectionIT(RestTestClient http, Members members, TopicReader topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        shelf = new Shelf(shop, database);
        this.members = members;
    }

    @Test
    void goesShortOncePerChangeOfSign() {
        long id = shop.productId(Map.of());
        shelf.correct(id, 1);

        shelf.correct(id, -2);
        shelf.correct(id, -1);
        shelf.correct(id, 2);
        shelf.correct(id, -1);

        assertThat(wire.facts("stock", id, 7))
                .extracting(Told::name)
                .containsExactly(
                        "stock-moved",
                        "stock-moved",
                        "stock-went-short",
                        "stock-moved",
                        "stock-moved",
                        "stock-moved",
                        "stock-went-short");
    }

    @Test
    void startsAnewWhenItIsCountedAgain() {
        long id = shop.productId(Map.of());
        shelf.correct(id, 5);
        shop.patch("/products/" + id, Map.of("stockPolicy", "UNTRACKED")).expect(200);

        assertThat(shelf.stock(id).get("onHand").isNull()).isTrue();
        shop.postOnce(Shelf.corrections(id), Map.of("delta", 1, "reason", "found"))
                .refused(422, "untracked-product");
        shop.patch("/products/" + id, Map.of("stockPolicy", "TRACKED")).expect(200);
        assertThat(shelf.onHand(id)).isZero();
        shelf.correct(id, 2);

        assertThat(shelf.onHand(id)).isEqualTo(2);
        assertThat(wire.facts("stock", id, 3))
                .extracting(Told::name)
                .containsExactly("stock-moved", "stock-base-set", "stock-moved");
        assertThat(shelf.stock(id).get("base").get("count").asInt()).isZero();
    }

    @Test
    void correctsOncePerKey() {
        long id = shop.productId(Map.of());
        String path = Shelf.corrections(id);
        Map<String, Object> body = Map.of("delta", 5, "reason", "found behind the shelf");

        List<String> answers = Together.all(
                8, n -> shop.post(path, body, "correction-" + id).expect(201).text());

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(shelf.onHand(id)).isEqualTo(5);
        shop.post(path, body).refused(400, "idempotency-key-missing");
    }

    @Test
    void correctsOnlyThePast() {
        long id = shop.productId(Map.of());
        String path = Shelf.corrections(id);

        String soon = Instant.now().plusSeconds(3600).toString();
        shop.postOnce(path, Map.of("delta", 1, "reason", "x", "at", soon)).refused(422, "in-future");
        shop.postOnce(path, Map.of("delta", 0, "reason", "x")).refused(400, "invalid-field");
        shop.postOnce(path, Map.of("delta", 1)).refused(400, "invalid-field");
        Answer move = shop.postOnce(path, Map.of("delta", 1, "reason", "x", "at", "2020-02-29T10:00:00+02:00"))
                .expect(201);
        assertThat(move.body().get("at").asString()).isEqualTo("2020-02-29T08:00:00Z");
        assertThat(shelf.moves(id, "?kind=CORRECTION&to=2021-01-01T00:00:00Z")).hasSize(1);
        assertThat(shelf.moves(id, "?kind=SHELF")).isEmpty();
        shop.get("/products/" + id + "/stock-moves?kind=shelf", shop.admin()).refused(400, "invalid-field");
    }

    @Test
    void showsMembersTheStockOfActiveProducts() {
        long id = shop.productId(Map.of());
        String path = "/products/" + id + "/stock";

        assertThat(shop.get(path, members.verified())
                        .expect(200)
                        .body()
                        .get("available")
                        .asInt())
                .isZero();
        shop.patch("/products/" + id, Map.of("active", false)).expect(200);
        shop.get(path, members.verified()).refused(404, "not-found");
        shop.get(path, shop.admin()).expect(200);
    }

    @Test
    void addsUpThePackedVolume() {
        String xml = """
            <product><package_parameters><number_of_packages>2</number_of_packages><package_size><unit>cm</unit>
            <width>100</width><height>50</height><depth>10</depth></package_size></package_parameters></product>\
            """;
        long id = shop.productId(Map.of("descriptionXml", xml));
        double before = volume();

        shelf.correct(id, 3);

        assertThat(volume() - before).isCloseTo(0.3, Offset.offset(0.00005));
    }

    /** INV-13: counting may begin and end while pieces move; what is on hand is always base plus moves. */
    @Test
    void staysBasePlusMovesWhileCountingBeginsAndEnds() {
        long id = shop.productId(Map.of());

        Together.all(
                24,
                n -> n % 4 == 0
                        ? shop.patch("/products/" + id, Map.of("stockPolicy", n % 8 == 0 ? "UNTRACKED" : "TRACKED"))
                        : shelf.correction(id, Map.of("delta", 1, "reason", "counted")));
        shop.patch("/products/" + id, Map.of("stockPolicy", "TRACKED")).expect(200);

        assertThat(shelf.onHand(id)).isEqualTo(shelf.sumOfMovesSinceBase(id));
        assertThat(wire.facts("stock", id, 2))
                .extracting(Told::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private double volume() {
        return shop.get("/products/packed-volume", shop.admin())
                .expect(200)
                .body()
                .get("cubicMetres")
                .asDouble();
    }
}
