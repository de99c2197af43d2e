package kontor.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.order.Bazaar.Deal;
import kontor.order.Shop.Customer;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever was really published fits its contract, and every event that is due was published. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class PromisesIT {

    private static final Set<String> DUE = Set.of(
            "order-submitted",
            "order-placed",
            "order-rejected",
            "order-status-changed",
            "order-item-changed",
            "order-item-amount-requested",
            "order-cancelled",
            "order-released-for-invoice",
            "invoice-request-refused",
            "payment-method-changed",
            "fee-model-added",
            "tariff-changed",
            "purchase-submitted",
            "purchase-opened",
            "purchase-rejected",
            "purchase-payment-requested",
            "purchase-payment-refused",
            "purchase-paid",
            "purchase-shipped",
            "purchase-updated",
            "purchase-done",
            "purchase-cancelled",
            "adjustment-requested",
            "adjustment-made",
            "adjustment-declined",
            "purchase-evaluated",
            "order-status-named");

    private final Shop shop;
    private final Wire wire;

    PromisesIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        wire = new Wire(reader);
    }

    @Test
    void keepsEveryPromise() {
        Customer cleo = shop.customer();
        Answer order = shop.placed(cleo, 2);
        shop.neighbours().ask(order.id(), Neighbours.nextId());
        wire.of(order.id(), 3);
        shop.patch("/orders/%d/items/%d".formatted(order.id(), order.item(1)), "{\"amount\": 4}");
        wire.of(order.id(), 4);
        shop.neighbours()
                .sayChanged(
                        order.id(),
                        shop.order(order.id())
                                .body()
                                .at("/items/0/amountRequest/id")
                                .asLong());
        wire.of(order.id(), 5);
        shop.move(order.id(), "DELIVERED").expect(200);
        shop.cancel(
                        cleo.bearer(),
                        shop.submit(cleo.bearer(), shop.order(cleo, 1)).id())
                .expect(200);
        long refused = shop.submit(cleo.bearer(), shop.order(cleo, 1)).id();
        shop.neighbours().sayRefused(refused, order.item(1), "product-inactive");
        shop.patch("/payment-methods/" + shop.method(), "{\"deadlineDays\": 31}")
                .expect(200);
        shop.patch("/order-statuses/1", "{\"name\": \"%s\"}".formatted(Shop.named("Waiting")))
                .expect(200);
        MarketTerms.made(shop);
        sellsAndBuys();

        Awaitility.await().until(this::names, names -> names.containsAll(DUE));
        assertThat(wire.of(order.id(), 7))
                .extracting(Wire.Told::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private void sellsAndBuys() {
        Dealer dealer = new Dealer(shop);
        dealer.sayShort(dealer.submitted());
        Deal refused = shop.bazaar().opened();
        dealer.now(refused.buyer().bearer(), refused.path() + "/payment", "{}").expect(202);
        dealer.sayPayment(refused.id(), "refused");
        dealer.settled(refused.id(), "O");
        shop.post(refused.buyer().bearer(), refused.path() + "/cancellation", "{}")
                .expect(200);
        Deal deal = shop.bazaar().shipped(shop.bazaar().paid());
        shop.patch(deal.path(), "{\"sellerReference\": \"R-7\"}").expect(200);
        for (String answer : List.of("booked", "refused")) {
            dealer.now(deal.buyer().bearer(), deal.path() + "/adjustments", Dealer.adjustment(deal.seller(), 5))
                    .expect(202);
            dealer.sayAdjustment(deal.id(), answer);
            dealer.settled(deal.id(), "S");
        }
        shop.post(deal.buyer().bearer(), deal.path() + "/confirmation", "{}").expect(200);
        shop.post(deal.seller().bearer(), deal.path() + "/evaluations/seller", "{\"level\": 9}")
                .expect(201);
    }

    private Set<String> names() {
        return Stream.of("kontor.order.retail-order.v1", "kontor.order.terms.v1", Dealer.PURCHASES)
                .flatMap(topic -> wire.everything(topic).stream())
                .map(Wire.Told::name)
                .collect(Collectors.toSet());
    }
}
