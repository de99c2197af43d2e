package kontor.order.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kontor.order.Answer;
import kontor.order.Neighbours;
import kontor.order.Retail;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.order.Wire;
import kontor.platform.MovableClock;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What admins change of orders and items; another amount is decided by the catalog (O-8). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class EditIT {

    private final Shop shop;
    private final Neighbours neighbours;
    private final Wire wire;
    private final Customer cleo;
    private final MovableClock clock;

    EditIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            MovableClock clock) {
        shop = new Shop(http, members, database, writer);
        neighbours = shop.neighbours();
        wire = new Wire(reader);
        cleo = shop.customer();
        this.clock = clock;
    }

    private Answer patchItem(String path, String body, int seconds) {
        String etag = shop.get(shop.admin().bearer(), path).expect(200).etag();
        return shop.send(HttpMethod.PATCH, path, shop.admin().bearer(), body, headers -> {
            headers.set("If-Match", etag);
            headers.set("Prefer", "wait=" + seconds);
        });
    }

    private static String item(Answer order, int line) {
        return "/orders/%d/items/%d".formatted(order.id(), order.item(line));
    }

    /** The question that stands open, once there is one. */
    private long question(Answer order) {
        String open = "order_item where order_id = %d and request_state = 'PENDING'".formatted(order.id());
        neighbours.await(open);
        return neighbours
                .owner()
                .sql("select request_id from " + open)
                .query((row, n) -> row.getLong(1))
                .single();
    }

    @Test
    void setsAnotherPriceAtOnce() {
        Answer order = shop.placed(cleo, 2);

        Answer item = patchItem(item(order, 2), "{\"unitPriceMinor\": 150}", 0).expect(200);

        assertThat(item.body().path("unitPriceMinor").asLong()).isEqualTo(150);
        assertThat(item.body().path("netMinor").asLong()).isEqualTo(300);
        assertThat(item.etag()).isEqualTo("\"3\"");
        assertThat(shop.order(order.id()).body().path("netMinor").asLong()).isEqualTo(400);
        assertThat(shop.log(order.id())).endsWith("PRICE 200 -> 150");
        assertThat(wire.of(order.id(), 3).getLast().body().path("change").asString(""))
                .isEqualTo("PRICE");
        assertThat(shop.audits("order", order.id())).endsWith("price-order-item");
        patchItem(item(order, 2), "{\"unitPriceMinor\": 150, \"amount\": 2}", 0).expect(200);
        patchItem(item(order, 2), "{}", 0).expect(200);
        assertThat(wire.names(order.id(), 3)).hasSize(3);
    }

    @Test
    void changesAnAmountWhenTheCatalogAgrees() {
        Answer order = shop.placed(cleo, 2);
        CompletableFuture<Answer> patching = CompletableFuture.supplyAsync(
                () -> patchItem(item(order, 1), "{\"amount\": 5, \"unitPriceMinor\": 90}", 10));

        neighbours.sayChanged(order.id(), question(order));

        Answer item = patching.join().expect(200);
        assertThat(item.body().path("amount").asInt()).isEqualTo(5);
        assertThat(item.body().path("unitPriceMinor").asLong()).isEqualTo(90);
        assertThat(item.body().at("/amountRequest/state").asString("")).isEqualTo("DONE");
        assertThat(item.headers().getFirst("Preference-Applied")).isEqualTo("wait=10");
        assertThat(shop.log(order.id())).endsWith("PRICE 100 -> 90", "AMOUNT 1 -> 5");
        assertThat(wire.names(order.id(), 5))
                .endsWith("order-item-amount-requested", "order-item-changed", "order-item-changed");
        assertThat(wire.of(order.id(), 5).getLast().actor())
                .isEqualTo(shop.admin().id().toString());
        assertThat(shop.audits("order", order.id()))
                .containsExactly(
                        "accept-order", "ask-order-item-amount", "price-order-item", "change-order-item-amount");
    }

    @Test
    void leavesTheItemWhenTheCatalogRefuses() {
        Answer order = shop.placed(cleo, 1);
        CompletableFuture<Answer> patching =
                CompletableFuture.supplyAsync(() -> patchItem(item(order, 1), "{\"amount\": 10000}", 10));

        neighbours.sayShort(order.id(), question(order));

        patching.join().refused(422, "stock-short");
        Answer item = shop.get(cleo.bearer(), item(order, 1)).expect(200);
        assertThat(item.body().path("amount").asInt()).isEqualTo(1);
        assertThat(item.body().at("/amountRequest/code").asString("")).isEqualTo("stock-short");
    }

    @Test
    void answersThatItIsStillAskedAndAsksAgain() {
        Answer order = shop.placed(cleo, 1);

        Answer open = patchItem(item(order, 1), "{\"amount\": 3}", 0).expect(202);

        assertThat(open.headers().getLocation()).hasPath("/api/v1" + item(order, 1));
        assertThat(open.body().at("/amountRequest/state").asString("")).isEqualTo("PENDING");
        assertThat(open.body().path("amount").asInt()).isEqualTo(1);
        patchItem(item(order, 1), "{\"amount\": 4}", 0).refused(409, "action-in-progress");
        shop.cancel(cleo.bearer(), order.id()).refused(409, "action-in-progress");
        shop.move(order.id(), "PROCESSING").refused(409, "action-in-progress");
        clock.moveTo(Duration.ofSeconds(31));
        try {
            assertThat(wire.names(order.id(), 4)).endsWith("order-item-amount-requested");
        } finally {
            clock.moveTo(Duration.ZERO);
        }
        neighbours.sayChanged(order.id(), question(order));
        neighbours.await("order_item where order_id = %d and amount = 3".formatted(order.id()));
        shop.move(order.id(), "PROCESSING").expect(200);
    }

    @Test
    void refusesItemsThatArePackedOrBilled() {
        Answer order = shop.placed(cleo, 1);
        shop.move(order.id(), "PACKAGED").expect(200);

        patchItem(item(order, 1), "{\"unitPriceMinor\": 1}", 0).refused(409, "not-allowed-in-state");
        patchItem(item(order, 1), "{\"amount\": 9}", 0).refused(409, "not-allowed-in-state");

        Answer rich = shop.placed(cleo, 1);
        patchItem(item(rich, 1), "{\"unitPriceMinor\": 9999999999}", 0).refused(422, "amount-out-of-range");
    }

    /** VAT took it out; what is sent as it is changes nothing and is no reason to refuse. */
    @Test
    void refusesOnlyChangesOfWhatHasLeftTheRangeOfMoney() {
        long gold = neighbours.product(9_000_000_000L, "0");
        Answer order = shop.placed(cleo, shop.order(cleo, Shop.line(gold, 1)));
        neighbours.tellProduct(gold, 2, Map.of("vatPercentage", 27));

        patchItem(item(order, 1), "{\"amount\": 1, \"unitPriceMinor\": 9000000000}", 0)
                .expect(200);
        patchItem(item(order, 1), "{\"unitPriceMinor\": 8999999999}", 0).refused(422, "amount-out-of-range");
        patchItem(item(order, 1), "{\"unitPriceMinor\": 7000000000}", 0).expect(200);
    }

    /** It holds no pieces, so there is nothing to ask for (O-9). */
    @Test
    void changesTheAmountOfAnImportedItemAtOnce() {
        String row = Retail.order(cleo.site(), shop.method(), Retail.item(neighbours.product(900, "27")));
        long id = Retail.id(new Retail(shop).orders(row.replace("DELIVERED", "PROCESSING")));

        Answer item = patchItem(item(shop.order(id), 1), "{\"amount\": 5}", 0).expect(200);

        assertThat(item.body().path("amount").asInt()).isEqualTo(5);
        assertThat(item.body().path("amountRequest").isNull()).isTrue();
        assertThat(wire.names(id, 2)).containsExactly("order-placed", "order-item-changed");
    }

    @Test
    void editsTheTermsOfAnOrderUntilItIsBilled() {
        long id = shop.placed(cleo, 1).id();
        String path = "/orders/" + id;
        long method = shop.newMethod();

        Answer edited = shop.patch(
                        path,
                        "{\"deadline\": \"2999-01-01T00:00:00Z\", \"billingSiteId\": %d, \"paymentMethodId\": %d}"
                                .formatted(cleo.site(), method))
                .expect(200);

        assertThat(edited.body().path("billingSiteId").asLong()).isEqualTo(cleo.site());
        assertThat(edited.body().path("paymentMethodId").asLong()).isEqualTo(method);
        assertThat(edited.etag()).isEqualTo("\"3\"");
        assertThat(shop.audits("order", id)).endsWith("edit-order");
        assertThat(shop.patch(path, edited.etag(), "{}").expect(200).etag()).isEqualTo("\"3\"");
        shop.patch(path, "\"2\"", "{}").refused(412, "version-mismatch");
        shop.patch(path, "{\"billingSiteId\": null}").expect(200);
        shop.patch(path, "{\"billingSiteId\": 5}").refused(422, "unknown-reference");
        shop.patch(path, "{\"paymentMethodId\": 0}").refused(422, "unknown-reference");
        shop.patch(path, "{\"deadline\": \"2020-01-01T00:00:00Z\"}").refused(422, "wrong-order");

        shop.move(id, "DELIVERED").expect(200);
        shop.patch(path, "{\"deadline\": \"2998-01-01T00:00:00Z\"}").refused(409, "action-in-progress");
        neighbours.issue(id, Neighbours.nextId());
        shop.patch(path, "{\"deadline\": \"2998-01-01T00:00:00Z\"}").refused(409, "invoice-exists");
    }
}
