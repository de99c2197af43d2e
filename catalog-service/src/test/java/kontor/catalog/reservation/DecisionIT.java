package kontor.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.Wire.Told;
import kontor.catalog.reservation.Basket.Item;
import kontor.catalog.stock.Shelf;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class DecisionIT {

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final Answers answers;
    private final TopicWriter topics;
    private final TestDatabase database;

    DecisionIT(RestTestClient http, Members members, TopicReader reader, TopicWriter topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(reader);
        shelf = new Shelf(shop, database);
        answers = new Answers(reader, topics);
        this.topics = topics;
        this.database = database;
    }

    @Test
    void reservesAllLinesOrNone() {
        long many = shop.stockedId(5);
        long few = shop.stockedId(1);
        Basket first = Basket.of(Basket.item(many, 3), Basket.item(few, 1));
        Basket second = Basket.of(Basket.item(many, 1), Basket.item(few, 1));

        Told reserved = answers.to(first);
        Told refused = answers.to(second);

        assertThat(reserved.name()).isEqualTo("stock-reserved");
        assertThat(reserved.version()).isEqualTo(1);
        assertThat(Answers.lines(reserved)).containsExactly(Answers.held(first, 0), Answers.held(first, 1));
        assertThat(refused.name()).isEqualTo("stock-refused");
        assertThat(refused.body().get("requestId").isNull()).isTrue();
        assertThat(Answers.lines(refused)).containsExactly(Answers.failed(second, 1, "stock-short 0"));
        assertThat(reserved(many)).isEqualTo(3);
        assertThat(reserved(few)).isEqualTo(1);
        assertThat(shop.get("/products/" + many, shop.admin())
                        .body()
                        .at("/stock/available")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void addsUpLinesOfOneProduct() {
        long id = shop.stockedId(5);
        Basket tooMuch = Basket.of(Basket.item(id, 3), Basket.item(id, 3));
        Basket allOfIt = Basket.of(Basket.item(id, 3), Basket.item(id, 2));

        assertThat(Answers.lines(answers.to(tooMuch)))
                .containsExactly(
                        Answers.failed(tooMuch, 0, "stock-short 5"), Answers.failed(tooMuch, 1, "stock-short 5"));
        assertThat(Answers.lines(answers.to(allOfIt))).hasSize(2);
        assertThat(reserved(id)).isEqualTo(5);
    }

    @Test
    void namesEveryFailingLineWithItsReason() {
        long inactive = shop.stockedId(5);
        shop.patch("/products/" + inactive, Map.of("active", false)).expect(200);
        long notForSale = shop.productId(Map.of("tagIds", List.of(shop.tag(true), shop.tag(false))));
        long withdrawn = shop.stockedId(5);
        shop.delete("/products/" + withdrawn).expect(204);
        long shortOf = shop.stockedId(1);
        long good = shop.stockedId(9);
        Item[] items = {
            Basket.item(inactive, 1),
            Basket.item(notForSale, 1),
            Basket.item(withdrawn, 1),
            Basket.item(shortOf, 2),
            Basket.item(good, 1)
        };
        Basket ofMember = Basket.of(items);
        Basket ofAdmin = Basket.of(
                        Basket.item(inactive, 1),
                        Basket.item(notForSale, 1),
                        Basket.item(withdrawn, 1),
                        Basket.item(good, 1))
                .byAdmin();

        assertThat(Answers.lines(answers.to(ofMember)))
                .containsExactly(
                        Answers.failed(ofMember, 0, "product-inactive null"),
                        Answers.failed(ofMember, 1, "product-not-for-sale null"),
                        Answers.failed(ofMember, 2, "unknown-reference null"),
                        Answers.failed(ofMember, 3, "stock-short 1"));
        assertThat(Answers.lines(answers.to(ofAdmin)))
                .containsExactly(
                        Answers.failed(ofAdmin, 1, "stock-short 0"),
                        Answers.failed(ofAdmin, 2, "unknown-reference null"));
        assertThat(reserved(good)).isZero();
    }

    @Test
    void letsAnAdminOrderWhatIsNotSold() {
        long inactive = shop.stockedId(5);
        shop.patch("/products/" + inactive, Map.of("active", false)).expect(200);

        assertThat(answers.to(Basket.of(inactive, 5).byAdmin()).name()).isEqualTo("stock-reserved");
    }

    @Test
    void needsNothingOfWhatNobodyCounts() {
        long service = shop.productId(Map.of("stockPolicy", "UNTRACKED"));
        Course order = new Course(topics, database, Basket.of(service, 10_000));

        order.submit()
                .now(Basket.STATUS_CHANGED, "DELIVERED")
                .issue()
                .cancelInvoice()
                .issue();

        List<Told> facts = answers.all(order.basket(), 1);
        assertThat(facts).extracting(Told::name).containsExactly("stock-reserved");
        assertThat(Answers.lines(facts.getFirst())).isEmpty();
        shop.patch("/products/" + service, Map.of("stockPolicy", "TRACKED")).expect(200);
        order.cancelInvoice();
        assertThat(shelf.onHand(service)).isZero();
        assertThat(shelf.moves(service, "")).isEmpty();
    }

    @Test
    void givesTheFirstAnswerAgain() {
        long id = shop.stockedId(3);
        Basket first = Basket.of(id, 2);
        Basket second = Basket.of(id, 2);
        answers.to(first);
        answers.to(second);

        shelf.correct(id, 10);
        topics.send(
                first.amountRequested(2, first.id(), 5),
                first.told(Basket.SUBMITTED, 3),
                second.told(Basket.SUBMITTED, 2),
                first.amountRequested(4, first.id(), 5));

        List<Told> told = answers.all(first, 4);
        assertThat(told.get(2).body()).isEqualTo(told.get(0).body());
        assertThat(told.get(3).body()).isEqualTo(told.get(1).body());
        assertThat(told).extracting(Told::version).containsExactly(1L, 2L, 3L, 4L);
        List<Told> refusals = answers.all(second, 2);
        assertThat(refusals).extracting(Told::name).containsExactly("stock-refused", "stock-refused");
        assertThat(refusals.get(1).body()).isEqualTo(refusals.get(0).body());
        assertThat(reserved(id)).isEqualTo(5);
    }

    /** C-18. */
    @Test
    void refusesWhatEndedBeforeItWasAskedFor() {
        long id = shop.stockedId(3);
        Basket basket = Basket.of(id, 2);

        topics.send(basket.now("CANCELLED").told(Basket.CANCELLED, 1), basket.told(Basket.SUBMITTED, 2));

        List<Told> facts = answers.all(basket, 1);
        assertThat(facts).extracting(Told::name).containsExactly("stock-refused");
        assertThat(Answers.lines(facts.getFirst())).isEmpty();
        assertThat(reserved(id)).isZero();
    }

    @Test
    void goesOnBehindAnOrderThatCannotBeRead() {
        long id = shop.stockedId(3);
        Basket bad = Basket.of(id, 0);

        topics.send(bad.submitted());
        assertThat(answers.to(Basket.of(id, 1)).name()).isEqualTo("stock-reserved");

        assertThat(wire.deadLetter(Basket.TOPIC, bad.id())).contains("\"amount\":0");
    }

    private int reserved(long product) {
        return shelf.stock(product).get("reserved").asInt();
    }
}
