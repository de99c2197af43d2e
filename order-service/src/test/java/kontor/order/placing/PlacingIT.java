package kontor.order.placing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kontor.order.Answer;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.order.Wire;
import kontor.platform.security.Caller;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders are stored, asked for, decided and answered. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class PlacingIT {

    private final Shop shop;
    private final Neighbours neighbours;
    private final Counter counter;
    private final Wire wire;

    PlacingIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        neighbours = shop.neighbours();
        counter = new Counter(shop);
        wire = new Wire(reader);
    }

    @Test
    void answersWithTheDecidedOrder() {
        Customer cleo = shop.customer();

        Answer answer = counter.place(cleo, shop.order(cleo, 2), neighbours::sayReserved)
                .expect(201);

        assertThat(answer.stands()).isEqualTo("NEW");
        assertThat(answer.items()).isEqualTo("NEW NEW");
        assertThat(answer.headers().getLocation()).hasPath("/api/v1/orders/" + answer.id());
        assertThat(answer.headers().getFirst("Preference-Applied")).isEqualTo("wait=10");
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(shop.get(cleo.bearer(), "/orders/" + answer.id()).text()).isEqualTo(answer.text());
        assertThat(shop.log(answer.id())).containsExactly("SUBMIT - -> PENDING", "PLACE PENDING -> NEW");
        assertThat(shop.audits("order", answer.id())).containsExactly("accept-order");
        List<Wire.Told> told = wire.of(answer.id(), 2);
        assertThat(told).extracting(Wire.Told::name).containsExactly("order-submitted", "order-placed");
        assertThat(told).extracting(Wire.Told::version).containsExactly(1L, 2L);
        assertThat(told)
                .extracting(Wire.Told::actor)
                .containsExactly(cleo.member().id().toString(), Caller.SYSTEM.toString());
        assertThat(told.getFirst().body().at("/items/1/unitPriceMinor").asLong())
                .isEqualTo(200);
        assertThat(told.getFirst().body().at("/shipTo/street").asString("")).isEqualTo("Fő utca 12");
    }

    @Test
    void answersWithTheRejectedOrderAndItsReason() {
        Customer cleo = shop.customer();

        Answer answer = counter.place(
                        cleo, shop.order(cleo, 2), id -> neighbours.sayRefused(id, counter.itemOf(id), "stock-short"))
                .expect(201);

        assertThat(answer.stands()).isEqualTo("REJECTED");
        assertThat(answer.items()).isEqualTo("REJECTED REJECTED");
        assertThat(answer.body().at("/rejectReason/code").asString("")).isEqualTo("stock-short");
        assertThat(answer.body().at("/rejectReason/lines/0/orderItemId").asLong())
                .isEqualTo(answer.item(1));
        assertThat(shop.log(answer.id())).containsExactly("SUBMIT - -> PENDING", "REJECT PENDING -> REJECTED");
        assertThat(wire.names(answer.id(), 2)).containsExactly("order-submitted", "order-rejected");
        shop.move(answer.id(), "PROCESSING").refused(409, "not-allowed-in-state");
        shop.cancel(cleo.bearer(), answer.id()).refused(409, "not-allowed-in-state");
    }

    @Test
    void answersWithThePendingOrderIfNothingIsDecidedInTime() {
        Customer cleo = shop.customer();

        Answer pending = shop.submit(cleo.bearer(), shop.order(cleo, 1)).expect(202);
        assertThat(pending.stands()).isEqualTo("PENDING");
        assertThat(pending.headers().getLocation()).hasPath("/api/v1/orders/" + pending.id());
        assertThat(pending.headers().getFirst("Preference-Applied")).isEqualTo("wait=0");

        neighbours.reserve(pending.id());
        assertThat(shop.order(pending.id()).stands()).isEqualTo("NEW");
    }

    @Test
    void givesAKeyTheAnswerItGotBefore() {
        Customer cleo = shop.customer();
        String key = UUID.randomUUID().toString();
        String body = shop.order(cleo, 1);
        Answer pending = shop.submit(cleo.bearer(), key, body).expect(202);
        neighbours.reserve(pending.id());

        Answer again = shop.submit(cleo.bearer(), key, body).expect(202);

        assertThat(again.text()).isEqualTo(pending.text());
        assertThat(again.etag()).isEqualTo(pending.etag());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        shop.submit(cleo.bearer(), key, shop.order(cleo, 2)).refused(422, "idempotency-key-reused");
    }

    /** As after a crash between the effect and the answer: the key waits for the decision by itself. */
    @Test
    void answersAKeyWhoseCallerNeverGotAnAnswer() {
        Customer cleo = shop.customer();
        String key = UUID.randomUUID().toString();
        String body = shop.order(cleo, 1);
        long id = shop.submit(cleo.bearer(), key, body).expect(202).id();
        neighbours
                .owner()
                .sql("update reply set body = ? where key = ?")
                .params("{\"orderId\":%d,\"order\":null}".formatted(id), key)
                .update();

        Answer answer = counter.place(cleo, key, body, neighbours::sayReserved).expect(201);

        assertThat(answer.id()).isEqualTo(id);
        assertThat(shop.submit(cleo.bearer(), key, body).expect(201).text()).isEqualTo(answer.text());
    }

    @Test
    void staysOneOrderHoweverOftenItIsSent() {
        Customer cleo = shop.customer();
        String key = UUID.randomUUID().toString();
        String body = shop.order(cleo, 1);

        Set<String> texts = new HashSet<>(Together.all(8, n -> {
            Answer answer = shop.submit(cleo.bearer(), key, body);
            return answer.status() == 409 ? "" : answer.expect(202).text();
        }));
        texts.remove("");

        assertThat(texts).hasSize(1);
        assertThat(counter.pendingOf(cleo)).isPositive();
    }

    @Test
    void calculatesVatOncePerRate() {
        Customer cleo = shop.customer();
        String lines = Shop.line(neighbours.product(250, "27"), 1) + ", "
                + Shop.line(neighbours.product(250, "27"), 1) + ", "
                + Shop.line(neighbours.product(1_998, "15"), 1);

        Answer order = shop.placed(cleo, shop.order(cleo, lines));

        assertThat(order.body().path("netMinor").asLong()).isEqualTo(2_498);
        assertThat(order.body().path("grossMinor").asLong()).isEqualTo(2_933);
        assertThat(order.body().path("vat").toString())
                .isEqualTo("[{\"percentage\":15,\"netMinor\":1998,\"vatMinor\":300},"
                        + "{\"percentage\":27,\"netMinor\":500,\"vatMinor\":135}]");
    }

    @Test
    void freezesPricesButFollowsVat() {
        Customer cleo = shop.customer();
        long tea = neighbours.product(100, "27");
        long id = shop.placed(cleo, shop.order(cleo, Shop.line(tea, 2))).id();

        neighbours.tellProduct(tea, 2, Map.of("priceMinor", 999, "vatPercentage", 5));

        Answer order = shop.order(id);
        assertThat(order.body().path("netMinor").asLong()).isEqualTo(200);
        assertThat(order.body().path("grossMinor").asLong()).isEqualTo(210);
        assertThat(order.body().at("/items/0/productVersion").asLong()).isEqualTo(1);
    }

    @Test
    void namesProductsByNameAndBarcodeToo() {
        Customer cleo = shop.customer();
        long tea = neighbours.product(Map.of("name", Shop.named("Straße")));
        long jam = neighbours.product(100, "27");
        String name = neighbours
                .owner()
                .sql("select upper(name) from known_product where id = ?")
                .param(tea)
                .query((row, n) -> row.getString(1))
                .single();
        String lines = String.join(
                ", ",
                "{\"productName\": \"%s\", \"amount\": 1}".formatted(name),
                "{\"barcode\": \"b%d\", \"amount\": 2}".formatted(jam),
                Shop.line(tea, 3));

        Answer order = shop.submit(cleo.bearer(), shop.order(cleo, lines)).expect(202);

        assertThat(order.body().at("/items/0/productId").asLong()).isEqualTo(tea);
        assertThat(order.body().at("/items/1/productId").asLong()).isEqualTo(jam);
        assertThat(order.body().at("/items/2/productId").asLong()).isEqualTo(tea);
    }

    @Test
    void letsAdminsOrderForOthersAtTheirOwnPrice() {
        Customer cleo = shop.customer();
        long hidden = neighbours.product(Map.of("active", false, "forSale", false, "priceMinor", -40));
        String line = """
                {"productId": %d, "amount": 2, "unitPriceMinor": 600}""".formatted(hidden);

        Answer order =
                shop.submit(shop.admin().bearer(), shop.order(cleo, line)).expect(202);

        assertThat(order.body().path("customerId").asLong()).isEqualTo(cleo.id());
        assertThat(order.body().at("/items/0/unitPriceMinor").asLong()).isEqualTo(600);
        assertThat(order.body().at("/items/0/priceSetBy").asString(""))
                .isEqualTo(shop.admin().id().toString());
        assertThat(shop.audits("order", order.id())).containsExactly("place-order");
        assertThat(wire.of(order.id(), 1)
                        .getFirst()
                        .body()
                        .path("placedByAdmin")
                        .asBoolean())
                .isTrue();
        assertThat(shop.get(cleo.bearer(), "/orders/" + order.id()).status()).isEqualTo(200);
    }

    @Test
    void promisesTheUsualDaysUnlessADeadlineIsWanted() {
        Customer cleo = shop.customer();

        Answer usual = shop.submit(cleo.bearer(), shop.order(cleo, 1)).expect(202);
        String wanted =
                shop.order(cleo, 1).replace("\"lines\"", "\"deadline\": \"2999-05-04T10:00:00+02:00\", \"lines\"");
        Answer own = shop.submit(cleo.bearer(), wanted).expect(202);

        assertThat(Duration.between(
                        Instant.parse(usual.body().path("placedAt").asString("")),
                        Instant.parse(usual.body().path("deadline").asString(""))))
                .hasDays(14);
        assertThat(own.body().path("deadline").asString("")).isEqualTo("2999-05-04T08:00:00Z");
    }
}
