package kontor.order.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
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
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Parcels are sent, tracked, confirmed, and money goes back when they are not (O-24, O-30). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class DeliveryIT {

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Wire wire;

    DeliveryIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        wire = new Wire(reader);
    }

    private Wire.Told last(Deal deal, int facts) {
        return wire.of(Dealer.PURCHASES, Long.toString(deal.id()), facts).getLast();
    }

    private Answer ship(Deal deal, String body) {
        return shop.post(deal.seller().bearer(), deal.path() + "/shipment", body);
    }

    private Answer correct(Member by, Deal deal, String body) {
        String etag = shop.get(by.bearer(), deal.path()).etag();
        return shop.send(HttpMethod.PATCH, deal.path(), by.bearer(), body, headers -> headers.set("If-Match", etag));
    }

    @Test
    void wantsATrackingNumberIfTheTariffDoes() {
        Deal deal = bazaar.paid();

        ship(deal, "{}").refused(422, "tracking-required");
        ship(deal, "{\"sellerReference\": \"7\"}").refused(422, "tracking-required");
        Answer shipped = ship(deal, "{\"trackingNumber\": \"  RR 1 HU \"}").expect(200);

        assertThat(shipped.body().path("trackingNumber").asString("")).isEqualTo("RR 1 HU");
        assertThat(shipped.body().path("shippedAt").isNull()).isFalse();
        assertThat(last(deal, 5).name()).isEqualTo("purchase-shipped");
    }

    @Test
    void needsNoneOfAnUntrackedTariff() {
        Member buyer = shop.members().verified();
        Member seller = shop.members().verified();
        long listing = bazaar.listing(seller);
        long tariff = bazaar.tariff(Map.of("tracked", false)).id();
        long id = dealer.now(buyer.bearer(), "/market-purchases", dealer.order(tariff, listing))
                .expect(202)
                .id();
        Deal deal = new Deal(id, buyer, seller, listing, tariff);
        dealer.sayReserved(deal);
        dealer.settled(id, "O");
        bazaar.paid(deal);

        shop.send(
                        HttpMethod.POST,
                        deal.path() + "/shipment",
                        seller.bearer(),
                        null,
                        headers ->
                                headers.set("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(200);
    }

    @Test
    void correctsWhatWasNotedWithOldAndNewValue() {
        Deal deal = bazaar.shipped(bazaar.paid());
        Answer before = dealer.purchase(deal.id());

        correct(deal.seller(), deal, "{}").expect(200);
        assertThat(dealer.purchase(deal.id()).text()).isEqualTo(before.text());
        Answer corrected = correct(
                        deal.seller(), deal, "{\"trackingNumber\": \"RR 2 HU\", \"sellerReference\": \"R-7\"}")
                .expect(200);
        correct(shop.admin(), deal, "{\"sellerReference\": null}").expect(200);

        assertThat(corrected.body().path("sellerReference").asString("")).isEqualTo("R-7");
        assertThat(dealer.log(deal.id()))
                .endsWith(
                        "U trackingNumber RR 1 HU -> RR 2 HU, sellerReference - -> R-7", "U sellerReference R-7 -> -");
        assertThat(shop.audits("purchase", deal.id())).containsExactly("open-purchase", "correct-purchase");
        Wire.Told told = last(deal, 7);
        assertThat(told.name()).isEqualTo("purchase-updated");
        assertThat(told.body().path("oldSellerReference").asString("")).isEqualTo("R-7");
    }

    @Test
    void letsOnlyTheSellerAndAdminsCorrectAndOnlyWhileShipped() {
        Deal deal = bazaar.paid();
        String change = "{\"sellerReference\": \"R-7\"}";

        correct(deal.seller(), deal, change).refused(409, "not-allowed-in-state");
        correct(deal.buyer(), deal, change).refused(403, "forbidden");
        correct(shop.members().verified(), deal, change).refused(404, "not-found");
        bazaar.shipped(deal);
        correct(deal.seller(), deal, "{\"trackingNumber\": null}").refused(422, "tracking-required");
        shop.send(
                        HttpMethod.PATCH,
                        deal.path(),
                        deal.seller().bearer(),
                        change,
                        headers -> headers.set("If-Match", "\"1\""))
                .refused(412, "version-mismatch");
    }

    /** Rule O-30: everything that was paid, over one adjustment row. */
    @Test
    void givesBackAllThatWasPaid() {
        Deal deal = bazaar.paid();
        long total = dealer.purchase(deal.id()).body().path("totalMinor").asLong();
        refund(deal, 1_000);

        Answer cancelled = shop.post(deal.seller().bearer(), deal.path() + "/cancellation", "{}")
                .expect(200);

        assertThat(cancelled.stands()).isEqualTo("CANCELLED");
        assertThat(cancelled.body().path("refundedMinor").asLong()).isEqualTo(total);
        assertThat(cancelled.body().path("refundableMinor").asLong()).isZero();
        JsonNode rows = shop.get(deal.buyer().bearer(), deal.path() + "/adjustments")
                .body()
                .path("items");
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.at("/1/valueMinor").asLong()).isEqualTo(total - 1_000);
        assertThat(rows.at("/1/receiverId").asString(""))
                .isEqualTo(deal.buyer().id().toString());
        assertThat(rows.at("/1/state").asString("")).isEqualTo("BOOKED");
        Wire.Told told = last(deal, 7);
        assertThat(told.name()).isEqualTo("purchase-cancelled");
        assertThat(told.body().path("returnedMinor").asLong()).isEqualTo(total - 1_000);
        assertThat(told.body().path("adjustmentId").asLong())
                .isEqualTo(rows.at("/1/id").asLong());
        assertThat(dealer.log(deal.id())).endsWith("R 1000", "X PAID -> CANCELLED");
    }

    private void refund(Deal deal, long minor) {
        dealer.now(deal.seller().bearer(), deal.path() + "/adjustments", Dealer.adjustment(deal.buyer(), minor))
                .expect(202);
        dealer.sayAdjustment(deal.id(), "booked");
        dealer.settled(deal.id(), "P");
    }

    @Test
    void writesNoRowIfNothingIsLeftToGiveBack() {
        Deal deal = bazaar.paid();
        refund(deal, dealer.purchase(deal.id()).body().path("totalMinor").asLong());

        shop.post(shop.admin().bearer(), deal.path() + "/cancellation", "{}").expect(200);

        Wire.Told told = last(deal, 7);
        assertThat(told.body().path("returnedMinor").asLong()).isZero();
        assertThat(told.body().path("adjustmentId").isNull()).isTrue();
    }

    @Test
    void tellsTheBuyerWhoCanCancelWhatIsPaid() {
        Deal deal = bazaar.paid();

        Answer refused = shop.post(deal.buyer().bearer(), deal.path() + "/cancellation", "{}")
                .refused(403, "forbidden");

        assertThat(refused.body().path("detail").asString("")).contains("seller", "support");
    }

    /** Shipping and cancelling at once ends in exactly one of the two. */
    @Test
    void endsInOneOutcomeIfShipmentAndCancellationMeet() {
        for (int round = 0; round < 5; round++) {
            Deal deal = bazaar.paid();

            List<Integer> answers = Together.all(
                    2,
                    n -> n == 0
                            ? ship(deal, "{\"trackingNumber\": \"1\"}").status()
                            : shop.post(shop.admin().bearer(), deal.path() + "/cancellation", "{}")
                                    .status());

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            assertThat(dealer.purchase(deal.id()).stands())
                    .isEqualTo(answers.getFirst() == 200 ? "SHIPPED" : "CANCELLED");
            assertThat(dealer.log(deal.id())).hasSize(3);
        }
    }

    @Test
    void answersARepeatedKeyWithTheFirstAnswer() {
        Deal deal = bazaar.shipped(bazaar.paid());
        String key = UUID.randomUUID().toString();
        String path = deal.path() + "/confirmation";

        Answer first = shop.post(deal.buyer().bearer(), path, key, "{}").expect(200);
        Answer again = shop.post(deal.buyer().bearer(), path, key, "{}").expect(200);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
        shop.post(deal.buyer().bearer(), path, "{}").refused(409, "already-in-state");
    }
}
