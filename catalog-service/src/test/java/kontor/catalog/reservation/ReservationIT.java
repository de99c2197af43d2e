package kontor.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.catalog.stock.Ledger;
import kontor.catalog.stock.Shelf;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ReservationIT {

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final Ledger ledger;
    private final Answers answers;
    private final TopicWriter topics;
    private final TestDatabase database;

    ReservationIT(RestTestClient http, Members members, TopicReader reader, TopicWriter topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(reader);
        shelf = new Shelf(shop, database);
        ledger = new Ledger(topics, database);
        answers = new Answers(reader, topics);
        this.topics = topics;
        this.database = database;
    }

    @Test
    void promisesMoreOnlyIfThereIsMore() {
        long id = shop.stockedId(4);
        Course order = new Course(topics, database, Basket.of(id, 3));
        long request = order.basket().id();

        order.submit().ask(request, 5).ask(request + 1, 4).ask(request, 5);

        List<Told> facts = answers.all(order.basket(), 4);
        assertThat(Answers.lines(facts.get(1)))
                .containsExactly("%d %d 5 stock-short 1"
                        .formatted(order.basket().items().getFirst().id(), id));
        assertThat(facts.get(1).body().get("requestId").asLong()).isEqualTo(request);
        assertThat(facts.get(2).body().get("delta").asInt()).isEqualTo(1);
        assertThat(facts.get(2).body().get("quantity").asInt()).isEqualTo(4);
        assertThat(facts.get(3).body()).isEqualTo(facts.get(1).body());
        assertThat(reserved(id)).isEqualTo(4);
        shelf.correct(id, -3);
        order.ask(request + 2, 2);
        assertThat(reserved(id)).as("fewer pieces, though there are too few").isEqualTo(2);
    }

    /** Nothing is held for what has left, and so nothing can be added to it. */
    @Test
    void refusesAnotherAmountOfWhatIsNotHeld() {
        long id = shop.stockedId(4);
        Course gone = new Course(topics, database, Basket.of(id, 1)).submit().now(Basket.STATUS_CHANGED, "IN_TRANSIT");
        Course imported = new Course(topics, database, Basket.of(id, 1)).imported("NEW");

        gone.ask(gone.basket().id(), 2);
        imported.ask(imported.basket().id(), 3);

        assertThat(Answers.lines(answers.all(gone.basket(), 3).getLast()).getFirst())
                .endsWith("2 unknown-reference null");
        assertThat(answers.all(imported.basket(), 1)
                        .getFirst()
                        .body()
                        .get("delta")
                        .asInt())
                .isEqualTo(2);
        assertThat(reserved(id)).isZero();
    }

    /** Example 4 of the domain page. */
    @Test
    void goesShortOnceThoughOrdersTakeNoMoreThanThereIs() {
        long id = shop.stockedId(9);
        Course four = new Course(topics, database, Basket.of(id, 4)).submit();
        Course five = new Course(topics, database, Basket.of(id, 5)).submit();
        assertThat(shelf.stock(id).get("available").asInt()).isZero();
        assertThat(answers.to(Basket.of(id, 1)).name()).isEqualTo("stock-refused");

        ledger.tell(Ledger.fact(Ledger.MADE, Ledger.purchase(), 1, id, 2, "2026-06-05T10:00:00Z"));
        shelf.awaitOnHand(id, 7);
        assertThat(shelf.stock(id).get("available").asInt()).isEqualTo(-2);
        five.now(Basket.STATUS_CHANGED, "IN_TRANSIT");

        assertThat(shelf.onHand(id)).isEqualTo(2);
        assertThat(reserved(id)).isEqualTo(4);
        four.now(Basket.CANCELLED, "CANCELLED");
        assertThat(wire.facts("stock", id, 4))
                .extracting(Told::name)
                .containsExactly("stock-moved", "stock-moved", "stock-went-short", "stock-moved");
    }

    @Test
    void goesShortWhenAnotherInvoiceTakesOutWhatIsNotThere() {
        long id = shop.stockedId(3);
        Course order = new Course(topics, database, Basket.of(id, 3))
                .submit()
                .now(Basket.STATUS_CHANGED, "DELIVERED")
                .issue()
                .cancelInvoice();
        long first = order.invoice();
        assertThat(answers.to(Basket.of(id, 2)).name()).isEqualTo("stock-reserved");

        order.issue();

        long item = order.basket().items().getFirst().id();
        assertThat(shelf.onHand(id)).isZero();
        assertThat(wire.facts("stock", id, 5).getLast().name()).isEqualTo("stock-went-short");
        assertThat(shelf.moves(id, "?sort=recordedAt")
                        .valueStream()
                        .skip(1)
                        .map(move -> move.get("businessRef").asString()))
                .containsExactly(
                        "order:%d:%d".formatted(order.basket().id(), item),
                        "invoice:%d:%d:back".formatted(first, item),
                        "invoice:%d:%d:out".formatted(order.invoice(), item));
        assertThat(shelf.moves(id, "?kind=RETAIL_BACK").get(0).get("at").asString())
                .isEqualTo("2026-05-18T08:00:00Z");
    }

    /** C-19. */
    @Test
    void countsOnWhileSomethingIsReserved() {
        long id = shop.stockedId(3);
        Course order = new Course(topics, database, Basket.of(id, 1)).submit();
        Map<String, String> untracked = Map.of("stockPolicy", "UNTRACKED");

        shop.patch("/products/" + id, untracked).refused(409, "in-use");
        order.now(Basket.CANCELLED, "CANCELLED");
        shop.patch("/products/" + id, untracked).expect(200);

        assertThat(answers.to(Basket.of(id, 9)).name()).isEqualTo("stock-reserved");
        assertThat(shelf.stock(id).get("reserved").isNull()).isTrue();
    }

    @Test
    void dropsAReplayFromTheStart() {
        long id = shop.stockedId(9);
        Basket basket = Basket.of(id, 3);
        Bill bill = Bill.of(basket);
        Fact[] history = {
            basket.submitted(),
            basket.now("NEW").told(Basket.PLACED, 2),
            basket.now("DELIVERED").told(Basket.STATUS_CHANGED, 3),
            bill.issued(1),
            bill.cancelled(2)
        };
        topics.send(Arrays.copyOf(history, 3));
        answers.all(basket, 2);
        topics.send(history);
        answers.all(basket, 3);

        topics.send(history);
        topics.send(
                basket.now("DELIVERED").told(Basket.ITEM_CHANGED, 4),
                Bill.of(basket).issued(3));

        assertThat(answers.all(basket, 4))
                .extracting(Told::name)
                .containsExactly("stock-reserved", "stock-consumed", "stock-taken-back", "stock-consumed");
        assertThat(shelf.onHand(id)).isEqualTo(6);
        assertThat(shelf.moves(id, "?kind=RETAIL_OUT")).hasSize(2);
    }

    private int reserved(long product) {
        return shelf.stock(product).get("reserved").asInt();
    }
}
