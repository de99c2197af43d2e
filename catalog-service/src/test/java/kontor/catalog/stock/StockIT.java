package kontor.catalog.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
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
class StockIT {

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final Ledger ledger;

    StockIT(RestTestClient http, Members members, TopicReader topics, TopicWriter writer, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(topics);
        shelf = new Shelf(shop, database);
        ledger = new Ledger(writer, database);
    }

    @Test
    void followsAPurchaseToAndFro() {
        long id = shop.productId(Map.of());
        shelf.correct(id, 10);
        long purchase = Ledger.purchase();

        ledger.tell(Ledger.MADE, purchase, 1, id, 4);
        shelf.awaitOnHand(id, 6);
        ledger.tell(Ledger.REVOKED, purchase, 2, id, 4);
        shelf.awaitOnHand(id, 10);
        ledger.tell(Ledger.REAPPLIED, purchase, 3, id, 4);
        shelf.awaitOnHand(id, 6);

        List<Told> facts = wire.facts("stock", id, 4);
        assertThat(facts).extracting(Told::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(facts.get(2).body().get("businessRef").asString()).isEqualTo("shelf:%d:2".formatted(purchase));
        assertThat(facts.get(2).body().get("at")).isEqualTo(facts.get(1).body().get("at"));
        assertThat(facts.get(3).body().get("onHandAfter").asInt()).isEqualTo(6);
    }

    @Test
    void appliesADoubledFactOnceAndWaitsForAMissingOne() {
        long id = shop.productId(Map.of());
        long purchase = Ledger.purchase();
        Fact made = Ledger.fact(Ledger.MADE, purchase, 1, id, 4);
        Fact revoked = Ledger.fact(Ledger.REVOKED, purchase, 2, id, 4);

        ledger.tell(revoked, made, made, revoked);
        ledger.tell(Ledger.REAPPLIED, purchase, 3, id, 4);

        shelf.awaitOnHand(id, -4);
        assertThat(shelf.moves(id, "")).hasSize(3);
    }

    @Test
    void ignoresWhatWasBoughtWhileNobodyCounted() {
        long id = shop.productId(Map.of("stockPolicy", "UNTRACKED"));
        long purchase = Ledger.purchase();
        long marker = shop.productId(Map.of());
        ledger.tell(Ledger.MADE, purchase, 1, id, 4);
        ledger.tell(Ledger.MADE, Ledger.purchase(), 1, marker, 1);
        ledger.awaitApplied(purchase, 1);

        shop.patch("/products/" + id, Map.of("stockPolicy", "TRACKED")).expect(200);
        ledger.tell(Ledger.REVOKED, purchase, 2, id, 4);
        ledger.awaitApplied(purchase, 2);

        assertThat(shelf.onHand(id)).isZero();
        assertThat(shelf.moves(id, "")).isEmpty();
    }

    @Test
    void losesNoMoveUnderConcurrency() {
        long id = shop.productId(Map.of());

        ledger.tell(IntStream.range(0, 20)
                .mapToObj(n -> Ledger.fact(Ledger.MADE, Ledger.purchase(), 1, id, 1))
                .toArray(Fact[]::new));
        Together.all(24, n -> {
            shelf.correct(id, n % 2 == 0 ? 3 : -2);
            return n;
        });

        shelf.awaitOnHand(id, 12 * 3 - 12 * 2 - 20);
        List<Told> told = wire.facts("stock", id, 44);
        assertThat(told).extracting(Told::version).isSorted().doesNotHaveDuplicates();
        assertThat(shelf.sumOfMoves(id)).isEqualTo(shelf.onHand(id));
    }

    @Test
    void dropsAReplayFromTheStart() {
        long id = shop.productId(Map.of());
        long purchase = Ledger.purchase();
        Fact[] history = {
            Ledger.fact(Ledger.MADE, purchase, 1, id, 4),
            Ledger.fact(Ledger.REVOKED, purchase, 2, id, 4),
            Ledger.fact(Ledger.REAPPLIED, purchase, 3, id, 4)
        };
        ledger.tell(history);
        ledger.awaitApplied(purchase, 3);

        ledger.tell(history);
        ledger.tell(Ledger.fact(Ledger.REVOKED, purchase, 4, id, 4));

        ledger.awaitApplied(purchase, 4);
        assertThat(shelf.onHand(id)).isZero();
        assertThat(shelf.moves(id, "")).hasSize(4);
    }

    @Test
    void goesOnBehindAFactThatCannotBeRead() {
        long id = shop.productId(Map.of());
        long bad = Ledger.purchase();
        long good = Ledger.purchase();

        ledger.tell(Ledger.fact(Ledger.MADE, bad, 1, id, 0));
        ledger.tell(Ledger.fact(Ledger.MADE, good, 1, id, 2));

        shelf.awaitOnHand(id, -2);
        assertThat(wire.deadLetter("kontor.ledger.shelf-purchase.v1", bad)).contains("\"amount\":0");
        assertThat(ledger.appliedTo(bad)).isZero();
    }
}
