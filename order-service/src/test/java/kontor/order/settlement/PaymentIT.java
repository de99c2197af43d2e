package kontor.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Shop;
import kontor.order.Wire;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Buyers pay, and the ledger decides (O-23). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class PaymentIT {

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Wire wire;
    private final TopicWriter writer;

    PaymentIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        wire = new Wire(reader);
        this.writer = writer;
    }

    private static String payment(Deal deal) {
        return deal.path() + "/payment";
    }

    private List<String> told(Deal deal, int atLeast) {
        return wire.of(Dealer.PURCHASES, Long.toString(deal.id()), atLeast).stream()
                .map(Wire.Told::name)
                .toList();
    }

    @Test
    void answersWithThePaidPurchase() {
        Deal deal = bazaar.opened();
        CompletableFuture<Answer> paying =
                dealer.waiting(deal.buyer().bearer(), payment(deal), "{\"note\": \"Thanks\"}");
        dealer.sayPayment(deal.id(), "funded");

        Answer paid = paying.join().expect(200);

        assertThat(paid.stands()).isEqualTo("PAID");
        assertThat(paid.body().path("pendingAction").isNull()).isTrue();
        assertThat(paid.body().at("/payment/state").asString("")).isEqualTo("FUNDED");
        assertThat(paid.body().at("/payment/note").asString("")).isEqualTo("Thanks");
        assertThat(paid.body().path("refundableMinor").asLong())
                .isEqualTo(paid.body().path("totalMinor").asLong());
        assertThat(dealer.log(deal.id())).containsExactly("C PENDING -> OPEN", "P OPEN -> PAID");
        assertThat(dealer.actors(deal.id())).containsOnly(deal.buyer().id().toString());
        assertThat(shop.audits("purchase", deal.id())).containsExactly("open-purchase");
        assertThat(told(deal, 4)).endsWith("purchase-payment-requested", "purchase-paid");
        assertThat(shop.get(deal.seller().bearer(), deal.path())
                        .body()
                        .path("payment")
                        .isNull())
                .isTrue();
    }

    @Test
    void refusesAsTheLedgerDidAndLeavesNoLogRow() {
        Deal deal = bazaar.opened();
        CompletableFuture<Answer> paying = dealer.waiting(deal.buyer().bearer(), payment(deal), "{}");
        dealer.sayPayment(deal.id(), "refused");

        paying.join().refused(422, "insufficient-credit");

        Answer open = dealer.settled(deal.id(), "O");
        assertThat(open.body().at("/payment/code").asString("")).isEqualTo("insufficient-credit");
        assertThat(dealer.log(deal.id())).containsExactly("C PENDING -> OPEN");
        assertThat(told(deal, 4)).endsWith("purchase-payment-requested", "purchase-payment-refused");
        assertThat(bazaar.paid(deal)).isEqualTo(deal);
    }

    /** A refusal is stored with its key like any other; the next key is the next attempt. */
    @Test
    void givesAKeyTheRefusalItGotBefore() {
        Deal deal = bazaar.opened();
        String key = UUID.randomUUID().toString();
        CompletableFuture<Answer> paying = dealer.waiting(deal.buyer().bearer(), payment(deal), key, "{}");
        dealer.sayPayment(deal.id(), "refused");
        Answer refused = paying.join().refused(422, "insufficient-credit");

        Answer again = shop.post(deal.buyer().bearer(), payment(deal), key, "{}");

        assertThat(again.text()).isEqualTo(refused.text());
        assertThat(again.headers().getFirst("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void answersLaterWhatIsNotDecidedInTime() {
        Deal deal = bazaar.opened();
        String key = UUID.randomUUID().toString();

        Answer asked =
                dealer.now(deal.buyer().bearer(), payment(deal), key, "{}").expect(202);

        assertThat(asked.stands()).isEqualTo("OPEN");
        assertThat(asked.body().path("pendingAction").asString("")).isEqualTo("PAYMENT");
        assertThat(asked.headers().getLocation()).hasPath("/api/v1" + deal.path());
        String cancellation = deal.path() + "/cancellation";
        shop.post(deal.seller().bearer(), cancellation, "{}").refused(409, "action-in-progress");
        shop.post(deal.buyer().bearer(), payment(deal), "{}").refused(409, "action-in-progress");
        dealer.sayPayment(deal.id(), "funded");
        assertThat(dealer.settled(deal.id(), "P").stands()).isEqualTo("PAID");
        Answer again =
                dealer.now(deal.buyer().bearer(), payment(deal), key, "{}").expect(202);
        assertThat(again.text()).isEqualTo(asked.text());
    }

    @Test
    void letsAdminsNoteWhatCameInFromOutsideAndNothingElse() {
        Deal deal = bazaar.opened();
        String admin = shop.admin().bearer();
        String external = "{\"external\": true, \"note\": \"Cash on the counter\"}";

        dealer.now(admin, payment(deal), "{}").refused(403, "forbidden");
        dealer.now(deal.buyer().bearer(), payment(deal), external).refused(403, "forbidden-field");
        dealer.now(deal.seller().bearer(), payment(deal), "{}").refused(403, "forbidden");
        dealer.now(shop.members().verified().bearer(), payment(deal), "{}").refused(404, "not-found");
        dealer.now(admin, payment(deal), external).expect(202);
        dealer.sayPayment(deal.id(), "funded");

        Answer paid = dealer.settled(deal.id(), "P");
        assertThat(paid.body().at("/payment/external").asBoolean()).isTrue();
        assertThat(dealer.actors(deal.id())).endsWith(shop.admin().id().toString());
        assertThat(shop.audits("purchase", deal.id())).containsExactly("open-purchase", "note-purchase-payment");
        assertThat(wire.of(Dealer.PURCHASES, Long.toString(deal.id()), 4))
                .filteredOn(told -> told.body().has("requestId"))
                .allSatisfy(told ->
                        assertThat(told.body().path("external").asBoolean()).isTrue());
    }

    @Test
    void appliesAnAnswerOnceAndNoOtherThanTheAskedOne() {
        Deal deal = bazaar.opened();
        dealer.now(deal.buyer().bearer(), payment(deal), "{}").expect(202);
        long request = dealer.pending(deal.id(), "payment");
        dealer.sayPayment(deal.id(), request + 1_000_000, "funded");
        dealer.sayPayment(deal.id(), request, "refused");
        dealer.settled(deal.id(), "O");

        dealer.sayPayment(deal.id(), request, "funded");
        bazaar.paid();

        assertThat(dealer.purchase(deal.id()).stands()).isEqualTo("OPEN");
        assertThat(bazaar.paid(deal)).isEqualTo(deal);
        assertThat(dealer.log(deal.id())).hasSize(2);
    }

    /** Paying and cancelling at once ends in exactly one of the two. */
    @Test
    void endsInOneOutcomeIfPaymentAndCancellationMeet() {
        for (int round = 0; round < 5; round++) {
            Deal deal = bazaar.opened();

            List<Integer> answers = Together.all(
                    2,
                    n -> n == 0
                            ? dealer.now(deal.buyer().bearer(), payment(deal), "{}")
                                    .status()
                            : shop.post(deal.seller().bearer(), deal.path() + "/cancellation", "{}")
                                    .status());

            assertThat(answers).containsAnyOf(202, 200).contains(409);
            if (answers.getFirst() == 202) {
                dealer.sayPayment(deal.id(), "funded");
                assertThat(dealer.settled(deal.id(), "P").stands()).isEqualTo("PAID");
            } else {
                assertThat(dealer.purchase(deal.id()).stands()).isEqualTo("CANCELLED");
            }
            assertThat(dealer.log(deal.id())).hasSize(2);
        }
    }

    @Test
    void putsImpossibleAnswersAside() {
        long nobody = 8_000_000_000L + System.nanoTime() % 1_000_000;
        String type = "kontor.ledger.escrow-funded.v1";
        writer.send(Fact.of(Dealer.ESCROW, type, nobody, 1, """
                {"purchaseId": %d, "requestId": 1, "at": "2026-05-11T09:12:44Z"}""".formatted(nobody)));
        writer.send(Fact.of(Dealer.ESCROW, type, nobody + 1, 1, "{\"purchaseId\": 7, \"requestId\": 1}"));

        assertThat(wire.deadLetter(Dealer.ESCROW, Long.toString(nobody))).contains("2026-05-11");
        assertThat(wire.deadLetter(Dealer.ESCROW, Long.toString(nobody + 1))).contains("7");
        assertThat(bazaar.paid().id()).isPositive();
    }
}
