package kontor.order.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import kontor.order.Answer;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.probe.Statements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Orders are found by every filter, in every order, a page at a time. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListIT {

    private final Shop shop;
    private final Customer cleo;
    private long tea;
    private long method;

    /** Their ids by the order of placing: PENDING, NEW, DELIVERED, CANCELLED; nets 100, 500, 1400, 0. */
    private List<Long> ids = List.of();

    ListIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        cleo = shop.customer();
    }

    @BeforeEach
    void placesOrders() {
        if (ids.isEmpty()) {
            tea = shop.neighbours().product(7, "27");
            method = shop.newMethod();
            long pending =
                    shop.submit(cleo.bearer(), shop.order(cleo, 1)).expect(202).id();
            long fresh = shop.placed(
                            cleo,
                            shop.order(cleo, 2)
                                    .replace("\"paymentMethodId\": " + shop.method(), "\"paymentMethodId\": " + method))
                    .id();
            long delivered = shop.placed(cleo, 3).id();
            shop.move(delivered, "DELIVERED").expect(200);
            long cancelled =
                    shop.placed(cleo, shop.order(cleo, Shop.line(tea, 1))).id();
            shop.cancel(cleo.bearer(), cancelled).expect(200);
            ids = List.of(pending, fresh, delivered, cancelled);
        }
    }

    /** G-23: reads it, and no more, as long as the ticket is his. */
    @Test
    void showsStaffWhatTheirTicketIsAbout() {
        String path = "/orders/" + ids.getFirst();
        long ticket = Neighbours.nextId();
        Member staff = shop.bazaar().assigned(ticket, "ORDER", ids.getFirst());

        shop.get(staff.bearer(), path).expect(200);
        shop.get(staff.bearer(), path + "/log").expect(200);
        shop.get(staff.bearer(), "/orders/" + ids.getLast()).refused(404, "not-found");
        shop.get(staff.bearer(), "/orders/%d/log".formatted(ids.getLast())).refused(404, "not-found");
        shop.cancel(staff.bearer(), ids.getFirst()).refused(404, "not-found");
        shop.bazaar().end(ticket, staff.id());
        shop.get(staff.bearer(), path).refused(404, "not-found");
    }

    private String found(String query) {
        Answer answer = shop.get(cleo.bearer(), "/orders?" + query).expect(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .map(order -> Integer.toString(ids.indexOf(order.path("id").asLong())))
                .reduce("", String::concat);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=placedAt, 0123",
        "sort=-placedAt, 3210",
        "limit=100, 3210",
        "sort=deadline, 0123",
        "sort=netMinor, 3012",
        "sort=-netMinor, 2103",
        "status=NEW, 1",
        "status=NEW&status=PENDING, 10",
        "unfinished=true, 10",
        "unfinished=false, 32",
        "minNetMinor=500, 21",
        "minNetMinor=501, 2",
        "minItems=2, 21",
        "minItems=1, 210",
        "productId=TEA, 3",
        "productId=0, ''",
        "paymentMethodId=METHOD, 1",
        "externalId=retail:1, ''",
        "from=2999-01-01T00:00:00Z, ''",
        "to=2999-01-01T00:00:00Z, 3210",
        "customerId=0, ''",
    })
    void findsOrders(String query, String expected) {
        String real = query.replace("TEA", Long.toString(tea)).replace("METHOD", Long.toString(method));

        assertThat(found(real)).isEqualTo(expected);
    }

    @Test
    void boundsTimesHalfOpen() {
        String at = shop.order(ids.get(1)).body().path("placedAt").asString("");

        assertThat(found("sort=placedAt&from=" + at)).isEqualTo("123");
        assertThat(found("sort=placedAt&to=" + at)).isEqualTo("0");
    }

    @Test
    void pagesByCursorAndCounts() {
        Answer first = shop.get(cleo.bearer(), "/orders?limit=3&count=true").expect(200);
        assertThat(first.body().path("total").asLong()).isEqualTo(4);
        String next = first.body().path("next").asString("");

        Answer second =
                shop.get(cleo.bearer(), "/orders?limit=3&cursor=" + next).expect(200);

        assertThat(second.body().at("/items/0/id").asLong()).isEqualTo(ids.getFirst());
        assertThat(second.body().path("next").isNull()).isTrue();
        shop.get(shop.customer().bearer(), "/orders?limit=3&cursor=" + next).refused(400, "invalid-cursor");
    }

    @Test
    void showsACustomerHisOwnAndAdminsAll() {
        Customer other = shop.customer();
        String order = "/orders/" + ids.getFirst();

        assertThat(shop.get(other.bearer(), "/orders").expect(200).body().path("items"))
                .isEmpty();
        assertThat(shop.get(shop.members().verified().bearer(), "/orders")
                        .expect(200)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(shop.get(shop.admin().bearer(), "/orders?count=true&customerId=" + cleo.id())
                        .expect(200)
                        .body()
                        .path("total")
                        .asLong())
                .isEqualTo(4);
        shop.get(other.bearer(), order).refused(404, "not-found");
        shop.get(other.bearer(), order + "/log").refused(404, "not-found");
        assertThat(shop.get(cleo.bearer(), order + "/log")
                        .expect(200)
                        .body()
                        .at("/items/0/action")
                        .asString(""))
                .isEqualTo("SUBMIT");
    }

    @Test
    void showsAnInactiveCustomerWhatIsHis() {
        Customer idle = shop.customer();
        long id = shop.placed(idle, 1).id();
        String bearer = shop.members().change(idle.member().inactive()).bearer();

        shop.get(bearer, "/orders/" + id).expect(200);
        shop.cancel(bearer, id).refused(403, "member-inactive");
    }

    @ParameterizedTest
    @CsvSource({
        "/orders?x, 2",
        "/orders?count=true, 3",
        "/payment-methods?x, 1",
        "/order-statuses?x, 1",
        "/fee-models?x, 1",
        "/shipping-tariffs?x, 2",
        "/shipping-extras?x, 1",
        "/orders/customer-totals?x, 1",
        "/orders/product-sales?x, 1"
    })
    void readsAPageOfAnyLengthByTheSameStatements(String path, int most) {
        String start = path.replace("?x", "?").replace("?count", "?&count");

        int one = statements(start + "&limit=1");
        int many = statements(start + "&limit=100");

        assertThat(one).isEqualTo(many);
        assertThat(many).isPositive().isLessThanOrEqualTo(most);
    }

    private int statements(String path) {
        String query = path.replace("?&", "?");
        String bearer = shop.admin().bearer();
        shop.get(bearer, query).expect(200);
        return Statements.of(() -> shop.get(bearer, query).expect(200)).size();
    }

    @Test
    void writesTables() {
        Answer table = shop.send(
                HttpMethod.GET,
                "/orders?sort=placedAt",
                cleo.bearer(),
                null,
                headers -> headers.set("Accept", "text/csv"));

        assertThat(table.expect(200).text())
                .startsWith("id,version,customerId,")
                .contains("DELIVERED");
        assertThat(table.text().lines().count()).isEqualTo(5);
    }
}
