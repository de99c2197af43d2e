package kontor.catalog.stocktaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.replenishment.Delivery;
import kontor.catalog.stock.Ledger;
import kontor.catalog.stock.Shelf;
import kontor.catalog.stocktaking.Counting.Line;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class StocktakingIT {

    private static final String FIRST = "2026-06-01T08:00:00Z";
    private static final String SECOND = "2026-06-02T08:00:00Z";
    private static final String FOURTH = "2026-06-04T08:00:00Z";

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final Ledger ledger;

    StocktakingIT(RestTestClient http, Members members, TopicReader topics, TopicWriter writer, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        shelf = new Shelf(shop, database);
        ledger = new Ledger(writer, database);
    }

    /** Example 3 of the domain page. */
    @Test
    void addsWhatMovedSinceTheBase() {
        long id = shop.productId(Map.of());
        long after = Ledger.purchase();
        long late = Ledger.purchase();

        tell(Counting.at(FIRST, Counting.line(id, 20)));
        ledger.tell(
                Ledger.fact(Ledger.MADE, after, 1, id, 3, "2026-06-02T10:00:00Z"),
                Ledger.fact(Ledger.MADE, late, 1, id, 2, "2026-05-30T10:00:00Z"),
                Delivery.at("2026-06-03T10:00:00Z", Delivery.line(id, 12)).booked());
        shelf.awaitOnHand(id, 29);
        ledger.tell(Ledger.fact(Ledger.REVOKED, after, 2, id, 3, "2026-06-02T10:00:00Z"));
        shelf.awaitOnHand(id, 32);
        ledger.tell(Ledger.fact(Ledger.REVOKED, late, 2, id, 2, "2026-05-30T10:00:00Z"));
        ledger.awaitApplied("catalog.stock", late, 2);
        assertThat(shelf.onHand(id)).isEqualTo(32);
        tell(Counting.at(FOURTH, Counting.line(id, 31)));

        assertThat(shelf.onHand(id)).isEqualTo(31);
    }

    @Test
    void startsFromTheNewestThatCounts() {
        long id = shop.productId(Map.of());
        ledger.tell(Delivery.at("2026-06-03T10:00:00Z", Delivery.line(id, 7)).booked());
        shelf.awaitOnHand(id, 7);
        Counting fourth = Counting.at(FOURTH, Counting.line(id, 31));
        Counting first = Counting.at(FIRST, Counting.line(id, 20));
        Counting twin = Counting.at(FIRST, Counting.line(id, 21));

        tell(fourth);
        tell(first);
        tell(twin);
        assertThat(base(id)).isEqualTo(fourth.id());
        change(fourth.revoked(), 2);
        assertThat(shelf.onHand(id)).isEqualTo(28);
        assertThat(base(id)).isEqualTo(twin.id());
        change(twin.revoked(), 2);
        assertThat(shelf.onHand(id)).isEqualTo(27);
        change(first.revoked(), 2);

        assertThat(shelf.onHand(id)).isEqualTo(7);
        assertThat(shelf.stock(id).get("base").isNull()).isTrue();
        change(fourth, 3);
        assertThat(shelf.onHand(id)).isEqualTo(31);
        assertThat(wire.facts("stock", id, 6))
                .extracting(Wire.Told::name)
                .containsExactly(
                        "stock-moved",
                        "stock-base-set",
                        "stock-base-set",
                        "stock-base-set",
                        "stock-base-set",
                        "stock-base-set");
    }

    @Test
    void followsACorrectedCount() {
        long id = shop.productId(Map.of());
        Counting older = Counting.at(FIRST, Counting.line(id, 5));
        Counting base = Counting.at(SECOND, Counting.line(id, 20));
        tell(older);
        tell(base);
        shelf.correct(id, -1);

        change(older.with(Counting.line(id, 6)), 2);
        assertThat(shelf.onHand(id)).isEqualTo(19);
        change(base.with(Counting.line(id, 22)), 2);

        assertThat(shelf.onHand(id)).isEqualTo(21);
    }

    @Test
    void endsTheSaleOfWhatIsGone() {
        long gone = shop.productId(Map.of());
        long kept = shop.productId(Map.of());
        long there = shop.productId(Map.of());
        Line keep = new Line(kept, 0, true);
        Counting counting = Counting.at(FIRST, Counting.line(gone, 0), keep, Counting.line(there, 1));

        tell(counting);
        assertThat(List.of(isActive(gone), isActive(kept), isActive(there))).containsExactly(false, true, true);
        assertThat(wire.facts("product", gone, 3).getLast().name()).isEqualTo("product-changed");
        change(counting.with(Counting.line(gone, 0), keep, Counting.line(there, 0)), 2);
        change(counting.revoked(), 3);

        assertThat(List.of(isActive(gone), isActive(kept), isActive(there))).containsExactly(false, true, true);
    }

    @Test
    void takesImportedHistoryAsItIs() {
        long id = shop.productId(Map.of());
        Counting counting = Counting.at(FIRST, Counting.line(id, 0));

        ledger.tell(counting.booked().header("ce_imported", "true"));

        ledger.awaitApplied(Counting.CONSUMER, counting.id(), 1);
        assertThat(base(id)).isEqualTo(counting.id());
        assertThat(isActive(id)).isTrue();
    }

    /** What moved before was not written down, so a count from then says nothing about today. */
    @Test
    void ignoresWhatWasCountedBeforeTrackingBegan() {
        long id = shop.productId(Map.of());
        Counting old = Counting.at(FIRST, Counting.line(id, 20));
        tell(old);
        shop.patch("/products/" + id, Map.of("stockPolicy", "UNTRACKED")).expect(200);
        shop.patch("/products/" + id, Map.of("stockPolicy", "TRACKED")).expect(200);

        change(old.with(Counting.line(id, 25)), 2);
        tell(Counting.at(SECOND, Counting.line(id, 30)));

        assertThat(shelf.onHand(id)).isZero();
        assertThat(shelf.stock(id).get("base").get("stocktakingId").isNull()).isTrue();
    }

    @Test
    void appliesADoubledFactOnceAndWaitsForAMissingOne() {
        long id = shop.productId(Map.of());
        Counting counting = Counting.at(FIRST, Counting.line(id, 20));
        Fact booked = counting.booked();
        Fact revoked = counting.revoked().changed(2);

        ledger.tell(revoked, booked, booked, revoked);
        ledger.awaitApplied(Counting.CONSUMER, counting.id(), 2);
        ledger.tell(booked, counting.changed(3), revoked);
        ledger.awaitApplied(Counting.CONSUMER, counting.id(), 3);

        assertThat(shelf.onHand(id)).isEqualTo(20);
        assertThat(wire.facts("stock", id, 3)).hasSize(3);
    }

    @Test
    void goesOnBehindAFactThatCannotBeRead() {
        long id = shop.productId(Map.of());
        Counting bad = Counting.at(FIRST, Counting.line(id, 1), Counting.line(id, 1));
        Counting good = Counting.at(FIRST, Counting.line(id, 2));

        ledger.tell(bad.booked(), good.booked());

        shelf.awaitOnHand(id, 2);
        assertThat(wire.deadLetter(Counting.TOPIC, bad.id())).contains("\"count\":1");
    }

    /** Counts, purchases and deliveries of the same products at once, in opposite orders. */
    @Test
    void isRightWhateverComesBetween() {
        long one = shop.productId(Map.of());
        long other = shop.productId(Map.of());
        List<Counting> countings = IntStream.range(0, 10)
                .mapToObj(n -> Counting.at(
                        "2026-06-02T0%d:00:00Z".formatted(n), Counting.line(one, 50 + n), Counting.line(other, 90 + n)))
                .toList();

        ledger.tell(IntStream.range(0, 10)
                .boxed()
                .flatMap(n -> Stream.of(
                        purchase(n % 2 == 0 ? one : other),
                        countings.get(n).booked(),
                        Delivery.at(SECOND, Delivery.line(other, 2), Delivery.line(one, 3))
                                .booked(),
                        countings.get(n).revoked().changed(2)))
                .toArray(Fact[]::new));
        ledger.tell(countings.get(4).changed(3));
        ledger.awaitApplied(Counting.CONSUMER, countings.get(4).id(), 3);

        shelf.awaitOnHand(one, 54 + 10 * 3 - 5);
        shelf.awaitOnHand(other, 94 + 10 * 2 - 5);
        assertThat(shelf.sumOfMovesSinceBase(one)).isEqualTo(79);
        assertThat(base(one)).isEqualTo(countings.get(4).id());
    }

    private static Fact purchase(long product) {
        return Ledger.fact(Ledger.MADE, Ledger.purchase(), 1, product, 1, FOURTH);
    }

    private void tell(Counting counting) {
        ledger.tell(counting.booked());
        ledger.awaitApplied(Counting.CONSUMER, counting.id(), 1);
    }

    private void change(Counting counting, long version) {
        ledger.tell(counting.changed(version));
        ledger.awaitApplied(Counting.CONSUMER, counting.id(), version);
    }

    private long base(long product) {
        return shelf.stock(product).get("base").get("stocktakingId").asLong();
    }

    private boolean isActive(long product) {
        return shop.get("/products/" + product, shop.admin())
                .expect(200)
                .body()
                .get("active")
                .asBoolean();
    }
}
