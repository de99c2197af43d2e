package kontor.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import kontor.catalog.Shop;
import kontor.catalog.Shop.Answer;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class StockIT {

    private static final String TOPIC = "kontor.ledger.shelf-purchase.v1";
    private static final String MADE = "kontor.ledger.shelf-purchase-made.v1";
    private static final String REVOKED = "kontor.ledger.shelf-purchase-revoked.v1";
    private static final String REAPPLIED = "kontor.ledger.shelf-purchase-reapplied.v1";
    private static final AtomicLong PURCHASES = new AtomicLong(1000);

    private final Shop shop;
    private final Members members;
    private final Wire wire;
    private final TopicWriter ledger;
    private final TestDatabase database;

    StockIT(RestTestClient http, Members members, TopicReader topics, TopicWriter ledger, TestDatabase database) {
        shop = new Shop(http, members);
        this.members = members;
        wire = new Wire(topics);
        this.ledger = ledger;
        this.database = database;
    }

    @Test
    void followsAPurchaseToAndFro() {
        long id = shop.productId(Map.of());
        correct(id, 10);
        long purchase = PURCHASES.incrementAndGet();

        tell(MADE, purchase, 1, id, 4);
        awaitOnHand(id, 6);
        tell(REVOKED, purchase, 2, id, 4);
        awaitOnHand(id, 10);
        tell(REAPPLIED, purchase, 3, id, 4);
        awaitOnHand(id, 6);

        List<Told> facts = wire.facts("stock", id, 4);
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(facts.get(2).body().get("businessRef").asString()).isEqualTo("shelf:%d:2".formatted(purchase));
        assertThat(facts.get(2).body().get("at")).isEqualTo(facts.get(1).body().get("at"));
        assertThat(facts.get(3).body().get("onHandAfter").asInt()).isEqualTo(6);
    }

    @Test
    void appliesADoubledFactOnceAndWaitsForAMissingOne() {
        long id = shop.productId(Map.of());
        long purchase = PURCHASES.incrementAndGet();
        Fact made = fact(MADE, purchase, 1, id, 4);
        Fact revoked = fact(REVOKED, purchase, 2, id, 4);

        ledger.send(revoked, made, made, revoked);
        tell(REAPPLIED, purchase, 3, id, 4);

        awaitOnHand(id, -4);
        assertThat(moves(id)).hasSize(3);
    }

    @Test
    void ignoresWhatWasBoughtWhileNobodyCounted() {
        long id = shop.productId(Map.of("stockPolicy", "UNTRACKED"));
        long purchase = PURCHASES.incrementAndGet();
        long marker = shop.productId(Map.of());
        tell(MADE, purchase, 1, id, 4);
        tell(MADE, PURCHASES.incrementAndGet(), 1, marker, 1);
        awaitApplied(purchase, 1);

        shop.patch("/products/" + id, Map.of("stockPolicy", "TRACKED")).expect(200);
        tell(REVOKED, purchase, 2, id, 4);
        awaitApplied(purchase, 2);

        assertThat(onHand(id)).isZero();
        assertThat(moves(id)).isEmpty();
    }

    @Test
    void goesShortOncePerChangeOfSign() {
        long id = shop.productId(Map.of());
        correct(id, 1);

        correct(id, -2);
        correct(id, -1);
        correct(id, 2);
        correct(id, -1);

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
        correct(id, 5);
        shop.patch("/products/" + id, Map.of("stockPolicy", "UNTRACKED")).expect(200);

        JsonNode untracked = shop.get("/products/" + id + "/stock", shop.admin()).body();
        assertThat(untracked.get("onHand").isNull()).isTrue();
        shop.postOnce("/products/" + id + "/stock-corrections", Map.of("delta", 1, "reason", "found"))
                .refused(422, "untracked-product");
        shop.patch("/products/" + id, Map.of("stockPolicy", "TRACKED")).expect(200);
        assertThat(onHand(id)).isZero();
        correct(id, 2);

        assertThat(onHand(id)).isEqualTo(2);
        assertThat(wire.facts("stock", id, 3))
                .extracting(Told::name)
                .containsExactly("stock-moved", "stock-base-set", "stock-moved");
        assertThat(shop.get("/products/" + id + "/stock", shop.admin())
                        .body()
                        .get("base")
                        .get("count")
                        .asInt())
                .isZero();
    }

    @Test
    void countsFromTheBaseOfAStocktaking() {
        long id = shop.productId(Map.of());
        database.asOwner()
                .sql("""
                        update stock set base_stocktaking_id = 61, base_count = 20, on_hand = 20,
                            base_at = '2026-06-01T08:00:00Z' where product_id = ?
                        """)
                .param(id)
                .update();
        long late = PURCHASES.incrementAndGet();
        long after = PURCHASES.incrementAndGet();

        ledger.send(fact(MADE, after, 1, id, 3, "2026-06-02T10:00:00Z"));
        ledger.send(fact(MADE, late, 1, id, 2, "2026-05-30T10:00:00Z"));
        awaitApplied(late, 1);
        awaitOnHand(id, 17);
        ledger.send(fact(REVOKED, late, 2, id, 2, "2026-05-30T10:00:00Z"));
        awaitApplied(late, 2);
        ledger.send(fact(REVOKED, after, 2, id, 3, "2026-06-02T10:00:00Z"));

        awaitOnHand(id, 20);
    }

    @Test
    void losesNoMoveUnderConcurrency() throws Exception {
        long id = shop.productId(Map.of());
        List<Callable<Answer>> corrections = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Map<String, Object> body = Map.of("delta", i % 2 == 0 ? 3 : -2, "reason", "counted");
            corrections.add(() -> shop.postOnce("/products/" + id + "/stock-corrections", body));
        }
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            facts.add(fact(MADE, PURCHASES.incrementAndGet(), 1, id, 1));
        }

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            ledger.send(facts.toArray(Fact[]::new));
            for (Future<Answer> answer : threads.invokeAll(corrections)) {
                answer.get().expect(201);
            }
        }

        awaitOnHand(id, 12 * 3 - 12 * 2 - 20);
        List<Told> told = wire.facts("stock", id, 44);
        assertThat(told).extracting(Told::version).isSorted().doesNotHaveDuplicates();
        assertThat(sumOfMoves(id)).isEqualTo(onHand(id));
    }

    @Test
    void correctsOncePerKey() throws Exception {
        long id = shop.productId(Map.of());
        String path = "/products/" + id + "/stock-corrections";
        Map<String, Object> body = Map.of("delta", 5, "reason", "found behind the shelf");
        List<Callable<Answer>> twins = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            twins.add(() -> shop.post(path, body, "correction-" + id));
        }

        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Answer> answer : threads.invokeAll(twins)) {
                answers.add(answer.get().expect(201).text());
            }
        }

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(onHand(id)).isEqualTo(5);
        shop.post(path, body).refused(400, "idempotency-key-missing");
    }

    @Test
    void correctsOnlyThePast() {
        long id = shop.productId(Map.of());
        String path = "/products/" + id + "/stock-corrections";

        shop.postOnce(path, Map.of("delta", 1, "reason", "x", "at", Instant.now().plusSeconds(3600).toString()))
                .refused(422, "in-future");
        shop.postOnce(path, Map.of("delta", 0, "reason", "x")).refused(400, "invalid-field");
        shop.postOnce(path, Map.of("delta", 1)).refused(400, "invalid-field");
        Answer move = shop.postOnce(path, Map.of("delta", 1, "reason", "x", "at", "2020-02-29T10:00:00+02:00"))
                .expect(201);
        assertThat(move.body().get("at").asString()).isEqualTo("2020-02-29T08:00:00Z");
        assertThat(shop.get("/products/" + id + "/stock-moves?kind=CORRECTION&to=2021-01-01T00:00:00Z", shop.admin())
                        .body()
                        .get("items"))
                .hasSize(1);
        assertThat(shop.get("/products/" + id + "/stock-moves?kind=SHELF", shop.admin())
                        .body()
                        .get("items"))
                .isEmpty();
        shop.get("/products/" + id + "/stock-moves?kind=shelf", shop.admin()).refused(400, "invalid-field");
    }

    @Test
    void showsMembersTheStockOfActiveProducts() {
        long id = shop.productId(Map.of());
        String path = "/products/" + id + "/stock";

        assertThat(shop.get(path, members.verified()).expect(200).body().get("available").asInt())
                .isZero();
        shop.patch("/products/" + id, Map.of("active", false)).expect(200);
        shop.get(path, members.verified()).refused(404, "not-found");
        shop.get(path, shop.admin()).expect(200);
    }

    @Test
    void addsUpThePackedVolume() {
        String xml = """
                <product><package_parameters><number_of_packages>2</number_of_packages><package_size><unit>cm</unit>
                <width>100</width><height>50</height><depth>10</depth></package_size></package_parameters></product>""";
        long id = shop.productId(Map.of("descriptionXml", xml));
        double before = volume();

        correct(id, 3);

        assertThat(volume() - before).isCloseTo(0.3, org.assertj.core.data.Offset.offset(0.00005));
    }

    private double volume() {
        return shop.get("/products/packed-volume", shop.admin()).expect(200).body().get("cubicMetres").asDouble();
    }

    private void correct(long id, int delta) {
        shop.postOnce("/products/" + id + "/stock-corrections", Map.of("delta", delta, "reason", "counted"))
                .expect(201);
    }

    private int onHand(long id) {
        return shop.get("/products/" + id + "/stock", shop.admin()).expect(200).body().get("onHand").asInt();
    }

    private JsonNode moves(long id) {
        return shop.get("/products/" + id + "/stock-moves", shop.admin()).expect(200).body().get("items");
    }

    private long sumOfMoves(long id) {
        return database.asOwner()
                .sql("select sum(delta) from stock_move where product_id = ?")
                .param(id)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private void awaitOnHand(long id, int expected) {
        Awaitility.await().atMost(java.time.Duration.ofSeconds(20)).until(() -> onHand(id) == expected);
    }

    private void awaitApplied(long purchase, long version) {
        Awaitility.await().atMost(java.time.Duration.ofSeconds(20)).until(() -> database.asOwner()
                .sql("select exists (select from inbox_version where consumer = ? and key = ? and version >= ?)")
                .param("catalog.stock")
                .param(String.valueOf(purchase))
                .param(version)
                .query((row, n) -> row.getBoolean(1))
                .single());
    }

    private void tell(String type, long purchase, long version, long product, int amount) {
        ledger.send(fact(type, purchase, version, product, amount));
    }

    private static Fact fact(String type, long purchase, long version, long product, int amount) {
        return fact(type, purchase, version, product, amount, "2026-05-10T16:20:05.123456Z");
    }

    private static Fact fact(String type, long purchase, long version, long product, int amount, String at) {
        ObjectNode body = (ObjectNode)
                JsonMapper.shared().readTree(kontor.testkit.EventSchema.of(type).example());
        body.put("purchaseId", purchase).put("productId", product).put("amount", amount).put("at", at);
        return Fact.of(TOPIC, type, purchase, version, body.toString());
    }
}
