package kontor.catalog.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.catalog.Shop;
import kontor.catalog.Wire;
import kontor.catalog.stock.Shelf;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What orders go through, and what it does to the stock: 10 pieces, of which an order wants 3 (section 3). */
@KontorTest(service = "catalog", kafka = KontorTest.Kafka.SHARED)
class ReservationTableIT {

    private final Shop shop;
    private final Wire wire;
    private final Shelf shelf;
    private final TopicWriter topics;
    private final TestDatabase database;

    ReservationTableIT(
            RestTestClient http, Members members, TopicReader reader, TopicWriter topics, TestDatabase database) {
        shop = new Shop(http, members);
        wire = new Wire(reader);
        shelf = new Shelf(shop, database);
        this.topics = topics;
        this.database = database;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submit                                   | 10 | 3 | reserved",
                "submit ask:5                             | 10 | 5 | reserved reservation-changed",
                "submit ask:1                             | 10 | 1 | reserved reservation-changed",
                "submit cancel                            | 10 | 0 | reserved released",
                "submit reject                            | 10 | 0 | reserved released",
                "submit cancel-item                       | 10 | 0 | reserved released",
                "submit cancel-item cancel                | 10 | 0 | reserved released",
                "submit process                           | 10 | 3 | reserved",
                "submit transit                           | 7  | 0 | reserved consumed",
                "submit deliver-item                      | 7  | 0 | reserved consumed",
                "submit ask:5 transit deliver             | 5  | 0 | reserved reservation-changed consumed",
                "submit cancel deliver                    | 10 | 0 | reserved released",
                "submit package issue                     | 10 | 3 | reserved",
                "submit issue uninvoice                   | 10 | 0 | reserved released",
                "submit issue uninvoice deliver           | 10 | 0 | reserved released",
                "submit issue uninvoice issue             | 7  | 0 | reserved released consumed",
                "submit issue uninvoice issue deliver     | 7  | 0 | reserved released consumed",
                "submit deliver issue                     | 7  | 0 | reserved consumed",
                "submit deliver issue uninvoice           | 10 | 0 | reserved consumed taken-back",
                "submit deliver issue uninvoice issue     | 7  | 0 | reserved consumed taken-back consumed",
                "submit deliver issue uninvoice issue uninvoice issue | 7 | 0"
                        + " | reserved consumed taken-back consumed taken-back consumed",
                "submit cancel issue                      | 10 | 0 | reserved released",
                "import                                   | 10 | 0 | ''",
                "import deliver                           | 10 | 0 | ''",
                "import issue-imported                    | 10 | 0 | ''",
                "import issue-imported uninvoice          | 13 | 0 | taken-back",
                "import issue-imported uninvoice issue    | 10 | 0 | taken-back consumed",
                "import uninvoice issue uninvoice         | 13 | 0 | taken-back consumed taken-back",
                "import uninvoice deliver cancel          | 13 | 0 | taken-back",
            })
    void keepsTheTable(String course, int onHand, int reserved, String told) {
        long id = shop.stockedId(10);
        Course order = new Course(topics, database, Basket.of(id, 3));

        for (String step : course.strip().split(" ", -1)) {
            make(order, step);
        }

        assertThat(shelf.stock(id).get("onHand").asInt()).isEqualTo(onHand);
        assertThat(shelf.stock(id).get("reserved").asInt()).isEqualTo(reserved);
        assertThat(shelf.stock(id).get("available").asInt()).isEqualTo(onHand - reserved);
        assertThat(shelf.sumOfMovesSinceBase(id)).isEqualTo(onHand);
        List<String> expected =
                told.isBlank() ? List.of() : List.of(told.strip().split(" ", -1));
        assertThat(wire.facts("reservation", "order:" + order.basket().id(), expected.size()))
                .extracting(fact -> fact.name().replace("stock-", ""))
                .containsExactlyElementsOf(expected);
    }

    private static void make(Course order, String step) {
        switch (step) {
            case "submit" -> order.submit();
            case "ask:5" -> order.ask(order.basket().id(), 5);
            case "ask:1" -> order.ask(order.basket().id(), 1);
            case "cancel" -> order.now(Basket.CANCELLED, "CANCELLED");
            case "reject" -> order.now(Basket.REJECTED, "REJECTED");
            case "cancel-item" -> order.first("CANCELLED");
            case "deliver-item" -> order.first("DELIVERED");
            case "process" -> order.now(Basket.STATUS_CHANGED, "PROCESSING");
            case "package" -> order.now(Basket.STATUS_CHANGED, "PACKAGED");
            case "transit" -> order.now(Basket.STATUS_CHANGED, "IN_TRANSIT");
            case "deliver" -> order.now(Basket.STATUS_CHANGED, "DELIVERED");
            case "issue" -> order.issue();
            case "issue-imported" -> order.issueImported();
            case "uninvoice" -> order.cancelInvoice();
            case "import" -> order.imported("NEW");
            default -> throw new IllegalArgumentException(step);
        }
    }
}
