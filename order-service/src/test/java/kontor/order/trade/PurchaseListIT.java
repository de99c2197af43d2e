package kontor.order.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Neighbours;
import kontor.order.Shop;
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

/** Purchases are found by those who may see them, a page at a time (O-26). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurchaseListIT {

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Member ada;
    private final Member ben;

    /** Their ids: ada buys OPEN, DONE, PENDING, REJECTED of ben; then ben buys OPEN of ada. */
    private List<Long> ids = List.of();

    PurchaseListIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        ada = members.verified();
        ben = members.verified();
    }

    @BeforeEach
    void buys() {
        if (ids.isEmpty()) {
            Deal open = bazaar.opened(ada, ben);
            Deal done = bazaar.done(bazaar.paid(bazaar.opened(ada, ben)));
            Deal pending = dealer.submitted(ada, ben);
            Deal rejected = dealer.submitted(ada, ben);
            dealer.sayShort(rejected);
            shop.neighbours().await("market_purchase where id = %d and status = 'R'".formatted(rejected.id()));
            Deal sold = bazaar.opened(ben, ada);
            ids = List.of(open.id(), done.id(), pending.id(), rejected.id(), sold.id());
        }
    }

    private String found(Member caller, String query) {
        Answer answer = shop.get(caller.bearer(), "/market-purchases?" + query).expect(200);
        return StreamSupport.stream(answer.body().path("items").spliterator(), false)
                .map(purchase -> ids.indexOf(purchase.path("id").asLong()))
                .filter(place -> place >= 0)
                .map(String::valueOf)
                .reduce("", String::concat);
    }

    /** What was never opened comes last, the newest first. */
    @ParameterizedTest
    @CsvSource({
        "sort=-openedAt, 41032",
        "limit=100, 41032",
        "sort=openedAt, 23014",
        "role=buyer, 1032",
        "role=seller, 4",
        "role=buyer&role=seller, 41032",
        "status=OPEN, 40",
        "status=OPEN&status=DONE, 410",
        "status=REJECTED, 3",
        "role=seller&status=OPEN, 4",
        "from=2999-01-01T00:00:00Z, ''",
        "to=2999-01-01T00:00:00Z, 410",
        "externalId=market:1, ''",
    })
    void findsPurchases(String query, String expected) {
        assertThat(found(ada, query)).isEqualTo(expected);
    }

    @Test
    void showsEachWhatIsHis() {
        assertThat(found(ben, "sort=openedAt")).isEqualTo("2014");
        assertThat(found(shop.members().verified(), "sort=openedAt")).isEmpty();
        assertThat(found(shop.admin(), "sort=-openedAt&limit=100&from=2000-01-01T00:00:00Z"))
                .isEqualTo("410");
        for (long id : ids) {
            shop.get(shop.members().support(2).bearer(), "/market-purchases/" + id)
                    .refused(404, "not-found");
        }
    }

    @Test
    void boundsTimesHalfOpen() {
        String at = dealer.purchase(ids.get(1)).body().path("openedAt").asString("");

        assertThat(found(ada, "sort=openedAt&from=" + at)).isEqualTo("14");
        assertThat(found(ada, "sort=openedAt&to=" + at)).isEqualTo("0");
    }

    /** G-23: as long as the ticket is his. */
    @Test
    void showsStaffWhatTheirTicketsAreAbout() {
        long ticket = Neighbours.nextId();
        Member staff = bazaar.assigned(ticket, "PURCHASE", ids.getFirst());
        String path = "/market-purchases/" + ids.getFirst();

        assertThat(found(staff, "limit=100")).isEqualTo("0");
        shop.get(staff.bearer(), path).expect(200);
        assertThat(shop.get(staff.bearer(), path).body().path("payment").isNull())
                .isTrue();
        shop.get(staff.bearer(), path + "/adjustments").expect(200);
        bazaar.end(ticket, staff.id());
        assertThat(found(staff, "limit=100")).isEmpty();
        shop.get(staff.bearer(), path).refused(404, "not-found");
    }

    @Test
    void pagesByCursorAndCounts() {
        Answer first =
                shop.get(ada.bearer(), "/market-purchases?limit=3&count=true").expect(200);
        assertThat(first.body().path("total").asLong()).isEqualTo(5);
        String next = first.body().path("next").asString("");

        Answer second = shop.get(ada.bearer(), "/market-purchases?limit=3&cursor=" + next)
                .expect(200);

        assertThat(second.body().path("items").size()).isEqualTo(2);
        assertThat(second.body().path("next").isNull()).isTrue();
        shop.get(ben.bearer(), "/market-purchases?limit=3&cursor=" + next).refused(400, "invalid-cursor");
    }

    @Test
    void showsAnInactiveMemberWhatIsHis() {
        Member idle = shop.members().verified();
        Deal deal = bazaar.opened(idle, ben);
        String bearer = shop.members().change(idle.inactive()).bearer();

        shop.get(bearer, deal.path()).expect(200);
        shop.post(bearer, deal.path() + "/cancellation", "{}").refused(403, "member-inactive");
    }

    @Test
    void showsTheLogAsWords() {
        String path = "/market-purchases/%d/log".formatted(ids.get(1));

        Answer log = shop.get(ben.bearer(), path).expect(200);

        assertThat(StreamSupport.stream(log.body().path("items").spliterator(), false)
                        .map(row -> row.path("action").asString("")))
                .containsExactly("CREATE", "PAY", "SHIP", "DONE");
        shop.get(shop.members().verified().bearer(), path).refused(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"/market-purchases?x, 2", "/market-purchases?count=true, 3"})
    void readsAPageOfAnyLengthByTheSameStatements(String path, int most) {
        String start = path.replace("?x", "?").replace("?count", "?&count");

        int one = statements(start + "&limit=1");
        int many = statements(start + "&limit=100");

        assertThat(one).isEqualTo(many);
        assertThat(many).isPositive().isLessThanOrEqualTo(most);
    }

    private int statements(String path) {
        String query = path.replace("?&", "?");
        shop.get(ada.bearer(), query).expect(200);
        return Statements.of(() -> shop.get(ada.bearer(), query).expect(200)).size();
    }

    @Test
    void writesTables() {
        Answer table = shop.send(
                HttpMethod.GET,
                "/market-purchases?sort=openedAt",
                ada.bearer(),
                null,
                headers -> headers.set("Accept", "text/csv"));

        assertThat(table.expect(200).text()).startsWith("id,version,buyerId,").contains("REJECTED");
        assertThat(table.text().lines().count()).isEqualTo(6);
    }
}
