package kontor.order.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Neighbours;
import kontor.order.Shop;
import kontor.order.Wire;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Both sides say what they thought of a purchase, and what others see of it (O-31). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class EvaluationIT {

    private static final String PURCHASES = "kontor.order.market-purchase.v1";
    private static final String GOOD = """
            {"levelPack": 9, "levelGoods": 8, "level": 10, "comment": "  <b>Fast</b>\\nand whole "}""";

    private static final String NONE = "\"count\":0,\"mean\":null";

    private final Shop shop;
    private final Bazaar bazaar;
    private final Wire wire;

    EvaluationIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        wire = new Wire(reader);
    }

    private Answer byBuyer(Member caller, Deal deal, String body) {
        return shop.post(caller.bearer(), deal.path() + "/evaluations/buyer", body);
    }

    private Answer bySeller(Member caller, Deal deal, int level) {
        return shop.post(caller.bearer(), deal.path() + "/evaluations/seller", "{\"level\": %d}".formatted(level));
    }

    private String rating(Member member) {
        return shop.get(null, "/ratings/" + member.id()).expect(200).text();
    }

    private static String ratingOf(Member member, String asSeller, String asBuyer) {
        return "{\"memberId\":\"%s\",\"asSeller\":{%s},\"asBuyer\":{%s}}".formatted(member.id(), asSeller, asBuyer);
    }

    private List<String> evaluationsLogged(long purchase) {
        return shop.neighbours()
                .owner()
                .sql("select actor_id::text from purchase_log where purchase_id = ? and action = 'E' order by id")
                .param(purchase)
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    void takesWhatBothSidesThought() {
        Deal deal = bazaar.done();

        Answer buyers = byBuyer(deal.buyer(), deal, GOOD).expect(201);
        Answer sellers = bySeller(deal.seller(), deal, 7).expect(201);

        String path = deal.path() + "/evaluations/buyer";
        assertThat(buyers.headers().getLocation()).hasPath("/api/v1" + path);
        assertThat(buyers.body().path("comment").asString("")).isEqualTo("<b>Fast</b>\nand whole");
        assertThat(buyers.body().path("side").asString("")).isEqualTo("BUYER");
        assertThat(shop.get(deal.seller().bearer(), path).expect(200).body()).isEqualTo(buyers.body());
        assertThat(sellers.body().path("levelPack").isNull()).isTrue();
        assertThat(evaluationsLogged(deal.id()))
                .containsExactly(
                        deal.buyer().id().toString(), deal.seller().id().toString());
        assertThat(rating(deal.seller())).isEqualTo(ratingOf(deal.seller(), "\"count\":1,\"mean\":10.00", NONE));
        assertThat(rating(deal.buyer())).isEqualTo(ratingOf(deal.buyer(), NONE, "\"count\":1,\"mean\":7.00"));
    }

    /** Levels and sides, but no comment. */
    @Test
    void tellsWhatWasThought() {
        Deal deal = bazaar.done();
        byBuyer(deal.buyer(), deal, GOOD).expect(201);
        bySeller(deal.seller(), deal, 7).expect(201);

        List<Wire.Told> told = wire.of(PURCHASES, Long.toString(deal.id()), 8).stream()
                .filter(fact -> fact.name().equals("purchase-evaluated"))
                .toList();

        assertThat(told).hasSize(2);
        assertThat(told.getFirst().body().path("side").asString("")).isEqualTo("BUYER");
        assertThat(told.getFirst().body().path("levelPack").asInt()).isEqualTo(9);
        assertThat(told.getFirst().body().path("memberId").asString(""))
                .isEqualTo(deal.seller().id().toString());
        assertThat(told.getFirst().actor()).isEqualTo(deal.buyer().id().toString());
        assertThat(told.getLast().body().path("levelGoods").isNull()).isTrue();
        assertThat(told.getLast().body().path("memberId").asString(""))
                .isEqualTo(deal.buyer().id().toString());
    }

    @Test
    void takesNoEvaluationTwice() {
        Deal deal = bazaar.done();

        List<Integer> statuses =
                Together.all(4, n -> byBuyer(deal.buyer(), deal, GOOD).status());

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        byBuyer(deal.buyer(), deal, GOOD).refused(409, "already-evaluated");
        assertThat(evaluationsLogged(deal.id())).hasSize(1);
        assertThat(rating(deal.seller())).contains("\"count\":1,\"mean\":10.00");
    }

    @Test
    void answersTheSameKeyAgain() {
        Deal deal = bazaar.done();
        String path = deal.path() + "/evaluations/buyer";
        String key = UUID.randomUUID().toString();
        Answer first = shop.post(deal.buyer().bearer(), path, key, GOOD).expect(201);

        Answer again = shop.post(deal.buyer().bearer(), path, key, GOOD).expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void waitsUntilThePurchaseIsDone() {
        Deal deal = bazaar.paid();

        byBuyer(deal.buyer(), deal, GOOD).refused(409, "not-allowed-in-state");
        bazaar.shipped(deal);
        bySeller(deal.seller(), deal, 1).refused(409, "not-allowed-in-state");

        assertThat(evaluationsLogged(deal.id())).isEmpty();
    }

    /** The right to evaluate is checked before the state, and who is no party does not find the purchase. */
    @Test
    void asksNobodyButTheSides() {
        Deal deal = bazaar.paid();
        Member staff = bazaar.assigned(Neighbours.nextId(), "PURCHASE", deal.id());
        String read = deal.path() + "/evaluations/buyer";

        byBuyer(deal.seller(), deal, GOOD).refused(403, "forbidden");
        bySeller(deal.buyer(), deal, 5).refused(403, "forbidden");
        byBuyer(shop.admin(), deal, GOOD).refused(403, "forbidden");
        byBuyer(staff, deal, GOOD).refused(403, "forbidden");
        byBuyer(shop.members().verified(), deal, GOOD).refused(404, "not-found");
        shop.get(deal.buyer().bearer(), read).refused(404, "not-found");
        bazaar.done(deal);
        byBuyer(deal.buyer(), deal, GOOD).expect(201);

        shop.get(staff.bearer(), read).expect(200);
        shop.get(shop.admin().bearer(), read).expect(200);
        shop.get(shop.members().verified().bearer(), read).refused(404, "not-found");
        shop.get(deal.seller().bearer(), deal.path() + "/evaluations/seller").refused(404, "not-found");
    }

    @Test
    void addsUpRatings() {
        Member seller = shop.members().verified();
        for (int level : List.of(8, 8, 9)) {
            Deal deal = bazaar.done(bazaar.paid(bazaar.opened(shop.members().withoutLimit(), seller)));
            byBuyer(deal.buyer(), deal, "{\"levelPack\": 1, \"levelGoods\": 1, \"level\": %d}".formatted(level))
                    .expect(201);
        }

        assertThat(rating(seller)).isEqualTo(ratingOf(seller, "\"count\":3,\"mean\":8.33", NONE));
    }

    @Test
    void ratesNobodyWhoIsNoMember() {
        Member nobodys = shop.members().verified();

        shop.get(null, "/ratings/" + UUID.randomUUID()).refused(404, "not-found");
        assertThat(rating(nobodys)).isEqualTo(ratingOf(nobodys, NONE, NONE));
    }
}
