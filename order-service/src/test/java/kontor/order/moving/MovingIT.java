package kontor.order.moving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kontor.order.Answer;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.order.Wire;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders and items move, one after the other and at once. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class MovingIT {

    private final Shop shop;
    private final Wire wire;
    private final Customer cleo;

    MovingIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        wire = new Wire(reader);
        cleo = shop.customer();
    }

    @Test
    void movesAnOrderWithItsItems() {
        Answer placed = shop.placed(cleo, 3);
        long id = placed.id();
        shop.moveItem(id, placed.item(3), "IN_TRANSIT").expect(200);

        Answer moved = shop.move(id, "PACKAGED").expect(200);

        assertThat(moved.stands()).isEqualTo("PACKAGED");
        assertThat(moved.items()).isEqualTo("NEW NEW IN_TRANSIT");
        assertThat(moved.text()).isEqualTo(shop.order(id).text());
        assertThat(moved.etag()).isEqualTo("\"4\"");
        assertThat(shop.log(id))
                .containsExactly(
                        "SUBMIT - -> PENDING",
                        "PLACE PENDING -> NEW",
                        "ITEM_STATUS NEW -> IN_TRANSIT",
                        "STATUS NEW -> PROCESSING",
                        "STATUS PROCESSING -> PACKAGED");
        assertThat(shop.audits("order", id)).containsExactly("accept-order", "move-order-item", "move-order");
        List<Wire.Told> told = wire.of(id, 5);
        assertThat(told)
                .extracting(Wire.Told::name)
                .containsExactly(
                        "order-submitted",
                        "order-placed",
                        "order-item-changed",
                        "order-status-changed",
                        "order-status-changed");
        assertThat(told.get(2).body().path("status").asString("")).isEqualTo("NEW");
        assertThat(told.get(3).body().path("cause").asString("")).isEqualTo("ROLL_UP");
        assertThat(told.get(4).body().path("cause").asString("")).isEqualTo("ADMIN");
        assertThat(told.get(4).body().path("movedItemIds")).isEmpty();
    }

    @Test
    void movesEveryItemThatStandsWithTheOrder() {
        Answer placed = shop.placed(cleo, 2);

        Answer moved = shop.move(placed.id(), "PROCESSING").expect(200);

        assertThat(moved.items()).isEqualTo("PROCESSING PROCESSING");
        assertThat(shop.log(placed.id()))
                .endsWith("STATUS NEW -> PROCESSING", "ITEM_STATUS NEW -> PROCESSING", "ITEM_STATUS NEW -> PROCESSING");
        assertThat(wire.of(placed.id(), 3).getLast().body().path("movedItemIds").toString())
                .isEqualTo("[%d,%d]".formatted(placed.item(1), placed.item(2)));
    }

    @Test
    void cancelsSingleItemsAndWithTheLastOneTheOrder() {
        Answer placed = shop.placed(cleo, 2);
        long id = placed.id();

        Answer one = shop.moveItem(id, placed.item(1), "CANCELLED").expect(200);
        assertThat(one.items()).isEqualTo("CANCELLED NEW");
        assertThat(one.body().path("netMinor").asLong()).isEqualTo(400);
        shop.moveItem(id, placed.item(1), "CANCELLED").refused(409, "already-in-state");
        shop.moveItem(id, placed.item(1), "PROCESSING").refused(409, "not-allowed-in-state");
        Answer all = shop.moveItem(id, placed.item(2), "CANCELLED").expect(200);

        assertThat(all.stands()).isEqualTo("CANCELLED");
        assertThat(all.body().path("grossMinor").asLong()).isZero();
        assertThat(wire.names(id, 5)).endsWith("order-item-changed", "order-item-changed", "order-cancelled");
        assertThat(shop.audits("order", id)).containsExactly("accept-order", "cancel-order-item", "cancel-order-item");
    }

    @Test
    void answersAKeyAsBefore() {
        long id = shop.placed(cleo, 1).id();
        String key = UUID.randomUUID().toString();
        String path = "/orders/" + id + "/status";
        String bearer = shop.admin().bearer();

        Answer first = shop.post(bearer, path, key, Shop.status("PROCESSING")).expect(200);
        shop.move(id, "PACKAGED").expect(200);
        Answer again = shop.post(bearer, path, key, Shop.status("PROCESSING")).expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void movesSeveralOrdersEachOnItsOwn() {
        long one = shop.placed(cleo, 1).id();
        long two = shop.placed(cleo, 1).id();
        shop.move(two, "DELIVERED").expect(200);
        String key = UUID.randomUUID().toString();
        String body = "{\"orderIds\": [%d, 0, %d], \"status\": \"PACKAGED\"}".formatted(two, one);

        Answer bulk = shop.post(shop.admin().bearer(), "/orders/bulk/status", key, body)
                .expect(200);

        assertThat(bulk.body().at("/results/0/code").asString("")).isEqualTo("not-allowed-in-state");
        assertThat(bulk.body().at("/results/1/code").asString("")).isEqualTo("not-found");
        assertThat(bulk.body().at("/results/2/status").asString("")).isEqualTo("PACKAGED");
        assertThat(shop.order(one).stands()).isEqualTo("PACKAGED");
        shop.move(one, "IN_TRANSIT").expect(200);
        Answer again = shop.post(shop.admin().bearer(), "/orders/bulk/status", key, body)
                .expect(200);
        assertThat(again.text()).isEqualTo(bulk.text());
        assertThat(shop.order(one).stands()).isEqualTo("IN_TRANSIT");
    }

    @Test
    void movesOnceWhenTwoAdminsDoItAtOnce() {
        long id = shop.placed(cleo, 2).id();

        List<Integer> statuses =
                Together.all(8, n -> shop.move(id, "PROCESSING").status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status != 200)).containsOnly(409);
        assertThat(shop.log(id).stream().filter(row -> row.startsWith("STATUS ")))
                .hasSize(1);
        assertThat(wire.of(id, 3)).extracting(Wire.Told::version).containsExactly(1L, 2L, 3L);
    }

    @Test
    void endsInOneOutcomeWhenMovingMeetsCancelling() {
        for (int round = 0; round < 5; round++) {
            long id = shop.placed(cleo, 2).id();

            List<Answer> answers =
                    Together.all(2, n -> n == 0 ? shop.move(id, "DELIVERED") : shop.cancel(cleo.bearer(), id));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            Answer order = shop.order(id);
            assertThat(order.stands()).isEqualTo(answers.getFirst().status() == 200 ? "DELIVERED" : "CANCELLED");
            assertThat(order.items()).isEqualTo("%1$s %1$s".formatted(order.stands()));
        }
    }

    @Test
    void cancelsOnceWhenBothSidesDoItAtOnce() {
        long id = shop.placed(cleo, 1).id();

        List<Answer> answers = Together.all(
                6, n -> shop.cancel(n % 2 == 0 ? cleo.bearer() : shop.admin().bearer(), id));

        assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200);
        assertThat(wire.names(id, 3)).containsOnlyOnce("order-cancelled");
        assertThat(shop.log(id).stream().filter(row -> row.startsWith("CANCEL")))
                .hasSize(1);
        shop.cancel(cleo.bearer(), id).refused(409, "already-in-state");
    }

    @Test
    void letsNobodyCancelWhatIsNotHis() {
        long id = shop.placed(cleo, 1).id();

        shop.cancel(shop.customer().bearer(), id).refused(404, "not-found");
        shop.cancel(shop.members().verified().bearer(), id).refused(404, "not-found");
        shop.post(cleo.bearer(), "/orders/" + id + "/status", Shop.status("PROCESSING"))
                .refused(403, "forbidden");
        shop.move(id, "PROCESSING").expect(200);
        shop.cancel(cleo.bearer(), id).refused(409, "not-allowed-in-state");
        assertThat(shop.cancel(shop.admin().bearer(), id).expect(200).stands()).isEqualTo("CANCELLED");
        assertThat(shop.audits("order", id)).endsWith("cancel-order");
    }

    @Test
    void knowsNoItemOfAnotherOrder() {
        Answer one = shop.placed(cleo, 1);
        Answer two = shop.placed(cleo, 1);

        shop.moveItem(one.id(), two.item(1), "PROCESSING").refused(404, "not-found");
        shop.get(shop.admin().bearer(), "/orders/%d/items/%d".formatted(one.id(), two.item(1)))
                .refused(404, "not-found");
    }
}
