package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import kontor.order.Bazaar.Deal;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each verify query turns red for the fault it is there for. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    private final Shop shop;
    private final VerifySet set;
    private final VerifySet sagas;

    VerifyIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        shop = new Shop(http, members, database, writer);
        set = new VerifySet(database);
        sagas = VerifySet.ofSagas(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        Used used = used();
        Map<String, Long> names = Map.of("id", used.order(), "purchase", used.purchase());
        return Stream.concat(Offenders.ALL.tests(set, names), Offenders.OVERDUE.tests(sagas, names));
    }

    @Test
    void findsNothingWhileAllIsWell() {
        used();

        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void hasAFaultForEachQuery() {
        Offenders.ALL.requireOneForEach(set);
        Offenders.OVERDUE.requireOneForEach(sagas);
    }

    /** A delivered and billed order, and a purchase that is done and was adjusted. */
    private record Used(long order, long purchase) {}

    /** They went through what orders and purchases go through, among others that did so too. */
    private Used used() {
        Customer cleo = shop.customer();
        Answer order = shop.placed(cleo, 3);
        long id = order.id();
        shop.patch("/orders/%d/items/%d".formatted(id, order.item(1)), "{\"unitPriceMinor\": 90}")
                .expect(200);
        shop.moveItem(id, order.item(2), "CANCELLED").expect(200);
        shop.moveItem(id, order.item(3), "PACKAGED").expect(200);
        shop.move(id, "PACKAGED").expect(200);
        shop.moveItem(id, order.item(1), "PACKAGED").expect(200);
        shop.move(id, "DELIVERED").expect(200);
        shop.neighbours().issue(id, Neighbours.nextId());

        shop.cancel(cleo.bearer(), shop.placed(cleo, 1).id()).expect(200);
        shop.cancel(
                        shop.admin().bearer(),
                        shop.submit(cleo.bearer(), shop.order(cleo, 1)).id())
                .expect(200);
        long refused = shop.submit(shop.admin().bearer(), shop.order(cleo, 1))
                .expect(202)
                .id();
        shop.neighbours().sayRefused(refused, order.item(1), "stock-short");
        shop.neighbours().await("retail_order where id = %d and status_id = 2".formatted(refused));
        shop.patch("/payment-methods/" + shop.method(), "{\"deadlineDays\": 30}")
                .expect(200);
        return new Used(id, usePurchases());
    }

    /** A tariff that got another price, and purchases by others: rejected, cancelled, and one that has seen it all. */
    private long usePurchases() {
        MarketTerms terms = MarketTerms.made(shop);
        shop.patch("/shipping-tariffs/" + terms.tariff(), "{\"priceMinor\": 1}").expect(201);
        Dealer dealer = new Dealer(shop);
        Deal rejected = dealer.submitted();
        dealer.sayShort(rejected);
        Deal cancelled = shop.bazaar().paid();
        shop.post(shop.admin().bearer(), cancelled.path() + "/cancellation", "{}")
                .expect(200);
        shop.bazaar().paid();
        Deal deal = shop.bazaar().shipped(shop.bazaar().paid());
        dealer.now(deal.seller().bearer(), deal.path() + "/adjustments", Dealer.adjustment(deal.buyer(), 100))
                .expect(202);
        dealer.sayAdjustment(deal.id(), "booked");
        dealer.settled(deal.id(), "S");
        shop.patch(deal.path(), "{\"sellerReference\": \"R-7\"}").expect(200);
        shop.post(shop.admin().bearer(), deal.path() + "/confirmation", "{}").expect(200);
        shop.post(
                        deal.buyer().bearer(),
                        deal.path() + "/evaluations/buyer",
                        "{\"levelPack\": 9, \"levelGoods\": 8, \"level\": 10}")
                .expect(201);
        shop.post(deal.seller().bearer(), deal.path() + "/evaluations/seller", "{\"level\": 1}")
                .expect(201);
        shop.neighbours().await("market_purchase where id = %d and status = 'R'".formatted(rejected.id()));
        return deal.id();
    }
}
