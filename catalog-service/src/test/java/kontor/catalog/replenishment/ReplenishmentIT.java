package kontor.catalog.replenishment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.replenishment.Delivery.Line;
import kontor.catalog.stock.Ledger;
import kontor.catalog.stock.Shelf;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ReplenishmentIT {

    private static final String SOME_DAY = "2026-06-03T12:00:00Z";
    private static final String DAY_BEFORE = "2026-06-02T12:00:00Z";

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final Ledger ledger;

    ReplenishmentIT(
            RestTestClient http, Members members, TopicReader topics, TopicWriter writer, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        shelf = new Shelf(shop, database);
        ledger = new Ledger(writer, database);
    }

    @Test
    void putsOnTheShelfWhatCounts() {
        long id = shop.productId(Map.of());
        Line first = Delivery.line(id, 12);
        Line second = Delivery.line(id, 5);
        Delivery delivery = Delivery.at(SOME_DAY, first, second);

        ledger.tell(delivery.booked());
        shelf.awaitOnHand(id, 17);
        ledger.tell(delivery.with(first.revoked(), second).changed(2));
        shelf.awaitOnHand(id, 5);
        ledger.tell(delivery.with(first.revoked(), second).revoked().changed(3));
        shelf.awaitOnHand(id, 0);
        ledger.tell(delivery.with(first, second).revoked().changed(4));
        ledger.tell(delivery.with(first.of(10), second).changed(5));
        shelf.awaitOnHand(id, 15);

        assertThat(refs(id))
                .containsExactlyInAnyOrder(
                        "replenishment:%d:1".formatted(first.id()),
                        "replenishment:%d:2".formatted(first.id()),
                        "replenishment:%d:3".formatted(first.id()),
                        "replenishment:%d:1".formatted(second.id()),
                        "replenishment:%d:2".formatted(second.id()),
                        "replenishment:%d:3".formatted(second.id()));
        assertThat(shelf.moves(id, "?kind=REPLENISHMENT&from=" + SOME_DAY + "&to=2026-06-03T12:00:01Z"))
                .hasSize(6);
        assertThat(wire.facts("stock", id, 6)).extracting(Wire.Told::name).containsOnly("stock-moved");
    }

    @Test
    void takesPiecesOutAtTheTimeTheyWereToldFor() {
        long id = shop.productId(Map.of());
        Delivery delivery = Delivery.at(SOME_DAY, Delivery.line(id, 12));
        ledger.tell(delivery.booked());

        ledger.tell(delivery.movedTo(DAY_BEFORE).changed(2));
        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 2);

        assertThat(shelf.onHand(id)).isEqualTo(12);
        assertThat(deltas(id, "?from=" + SOME_DAY)).containsExactlyInAnyOrder(12, -12);
        assertThat(deltas(id, "?to=" + SOME_DAY)).containsExactly(12);
    }

    @Test
    void makesProductsActiveOnceWhenBooked() {
        long id = shop.productId(Map.of("active", false));
        long withdrawn = shop.productId(Map.of());
        shop.delete("/products/" + withdrawn).expect(204);
        Delivery delivery = Delivery.at(SOME_DAY, Delivery.line(id, 1), Delivery.line(withdrawn, 1));

        ledger.tell(delivery.booked());
        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 1);
        assertThat(isActive(id)).isTrue();
        assertThat(wire.state(withdrawn, state -> state.get("withdrawn").asBoolean())
                        .body()
                        .get("active")
                        .asBoolean())
                .isFalse();
        shop.patch("/products/" + id, Map.of("active", false)).expect(200);
        ledger.tell(delivery.revoked().changed(2), delivery.changed(3));
        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 3);

        assertThat(isActive(id)).isFalse();
        assertThat(wire.facts("product", id, 4)
                        .get(2)
                        .body()
                        .get("changed")
                        .get(0)
                        .asString())
                .isEqualTo("active");
    }

    @Test
    void takesImportedHistoryAsItIs() {
        long id = shop.productId(Map.of("active", false));
        Delivery delivery = Delivery.at(SOME_DAY, Delivery.line(id, 3));

        ledger.tell(delivery.booked().header("ce_imported", "true"));

        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 1);
        assertThat(shelf.onHand(id)).isEqualTo(3);
        assertThat(isActive(id)).isFalse();
    }

    @Test
    void ignoresWhatWasBookedWhileNobodyCounted() {
        long id = shop.productId(Map.of("stockPolicy", "UNTRACKED"));
        Delivery delivery = Delivery.at(SOME_DAY, Delivery.line(id, 12));
        ledger.tell(delivery.booked());
        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 1);

        shop.patch("/products/" + id, Map.of("stockPolicy", "TRACKED")).expect(200);
        ledger.tell(delivery.revoked().changed(2));
        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 2);

        assertThat(shelf.onHand(id)).isZero();
        assertThat(shelf.moves(id, "")).isEmpty();
    }

    @Test
    void appliesADoubledFactOnceAndWaitsForAMissingOne() {
        long id = shop.productId(Map.of());
        Delivery delivery = Delivery.at(SOME_DAY, Delivery.line(id, 12));
        Fact booked = delivery.booked();
        Fact revoked = delivery.revoked().changed(2);
        Fact again = delivery.changed(3);

        ledger.tell(again, revoked, booked, booked, revoked);
        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 3);
        ledger.tell(
                booked,
                revoked,
                again,
                delivery.with(delivery.lines().getFirst().of(13)).changed(4));
        ledger.awaitApplied(Delivery.CONSUMER, delivery.id(), 4);

        assertThat(shelf.onHand(id)).isEqualTo(13);
        assertThat(shelf.moves(id, "")).hasSize(4);
    }

    @Test
    void goesOnBehindAFactThatCannotBeRead() {
        long id = shop.productId(Map.of());
        Delivery bad = Delivery.at(SOME_DAY, Delivery.line(id, 0));
        Delivery good = Delivery.at(SOME_DAY, Delivery.line(id, 2));

        ledger.tell(bad.booked(), good.booked());

        shelf.awaitOnHand(id, 2);
        assertThat(wire.deadLetter(Delivery.TOPIC, bad.id())).contains("\"amount\":0");
        assertThat(ledger.appliedTo(Delivery.CONSUMER, bad.id())).isZero();
    }

    /** Both sides lock several stocks, told in opposite orders, while admins edit the very products. */
    @Test
    void losesNoMoveAmongPurchasesAndEdits() {
        long one = shop.productId(Map.of());
        long other = shop.productId(Map.of());
        Fact[] facts = IntStream.range(0, 20)
                .boxed()
                .flatMap(n -> Stream.of(
                        Delivery.at(
                                        SOME_DAY,
                                        Delivery.line(n % 2 == 0 ? one : other, 3),
                                        Delivery.line(n % 2 == 0 ? other : one, 2))
                                .booked(),
                        purchase(n % 2 == 0 ? other : one),
                        purchase(n % 2 == 0 ? one : other)))
                .toArray(Fact[]::new);

        ledger.tell(facts);
        Together.all(
                8,
                n -> shop.patch("/products/" + (n % 2 == 0 ? one : other), Map.of("priceMinor", 200 + n))
                        .status());

        shelf.awaitOnHand(one, 10 * 3 + 10 * 2 - 20);
        shelf.awaitOnHand(other, 10 * 3 + 10 * 2 - 20);
        assertThat(shelf.sumOfMovesSinceBase(one)).isEqualTo(30);
        assertThat(wire.facts("stock", one, 40))
                .extracting(Wire.Told::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static Fact purchase(long product) {
        return Ledger.fact(Ledger.MADE, Ledger.purchase(), 1, product, 1, SOME_DAY);
    }

    private boolean isActive(long product) {
        return shop.get("/products/" + product, shop.admin())
                .expect(200)
                .body()
                .get("active")
                .asBoolean();
    }

    private List<String> refs(long product) {
        return shelf.moves(product, "")
                .valueStream()
                .map(move -> move.get("businessRef").asString())
                .toList();
    }

    private List<Integer> deltas(long product, String query) {
        return shelf.moves(product, query)
                .valueStream()
                .map(move -> move.get("delta").asInt())
                .toList();
    }
}
