package kontor.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import kontor.decision.LateRefusal;
import kontor.decision.Wait;
import kontor.order.Answer;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Shop;
import kontor.order.party.Actor;
import kontor.order.party.Viewer;
import kontor.platform.web.RequestKey;
import kontor.testkit.KontorTest;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A key is taken from the question to the stored refusal, so that one key asks the ledger once (G-26, G-29). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class LateRefusalIT {

    private static final int TWINS = 8;

    private final Shop shop;
    private final Dealer dealer;
    private final Paying paying;
    private final PaymentDesk desk;

    LateRefusalIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            Paying paying,
            PaymentDesk desk) {
        shop = new Shop(http, members, database, writer);
        dealer = new Dealer(shop);
        this.paying = paying;
        this.desk = desk;
    }

    private List<Answer> refusedTogether(String bearer, String path, String body, Runnable refusal) {
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Answer>> twins = Stream.generate(() -> dealer.waiting(bearer, path, key, body))
                .limit(TWINS)
                .toList();
        refusal.run();
        return twins.stream().map(CompletableFuture::join).toList();
    }

    /** Whoever is the first to be answered has it stored, and if it is not he who asked, all give what is stored. */
    private static void assertOneRefusal(List<Answer> answers) {
        assertThat(answers).hasSize(TWINS).allSatisfy(answer -> answer.refused(422, "insufficient-credit"));
        assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.headers().containsHeader("Idempotent-Replayed")))
                .hasSizeLessThanOrEqualTo(1);
    }

    private long questions(String table, Deal deal) {
        return shop.neighbours()
                .owner()
                .sql("select count(*) from %s where purchase_id = ?".formatted(table))
                .param(deal.id())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    @Test
    void givesAllTwinsTheOneRefusalOfAPayment() {
        Deal deal = shop.bazaar().opened();

        assertOneRefusal(refusedTogether(
                deal.buyer().bearer(), deal.path() + "/payment", "{}", () -> dealer.sayPayment(deal.id(), "refused")));

        assertThat(questions("purchase_payment", deal)).isEqualTo(1);
    }

    @Test
    void givesAllTwinsTheOneRefusalOfAnAdjustment() {
        Deal deal = shop.bazaar().paid();

        assertOneRefusal(refusedTogether(
                deal.buyer().bearer(),
                deal.path() + "/adjustments",
                Dealer.adjustment(deal.seller(), 700),
                () -> dealer.sayAdjustment(deal.id(), "refused")));

        assertThat(questions("adjustment", deal)).isEqualTo(1);
    }

    /** Whenever the same is sent again, and wherever the service was killed: before or after the refusal was stored. */
    @Test
    void isTakenAllTheTime() {
        Deal deal = shop.bazaar().opened();
        UUID buyer = deal.buyer().id();
        String operation = "POST /api/v1" + deal.path() + "/payment";
        RequestKey key =
                new RequestKey(buyer.toString(), operation, UUID.randomUUID().toString(), "x");
        PayPurchase command =
                new PayPurchase(key, new Actor(buyer, false), new Viewer(buyer, false), deal.id(), false, null);
        Settled asked = paying.pay(command);
        dealer.sayPayment(deal.id(), "refused");
        dealer.settled(deal.id(), "O");

        assertThat(paying.pay(command)).isEqualTo(asked);
        assertThatThrownBy(() -> desk.take(command, new Wait(Duration.ZERO, false)))
                .isInstanceOf(LateRefusal.class)
                .hasMessage("The buyer's credit would lie below the debt limit.");
        assertThatThrownBy(() -> paying.pay(command)).hasMessageContaining("\"insufficient-credit\"");

        assertThat(questions("purchase_payment", deal)).isEqualTo(1);
    }
}
