package kontor.order.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
import kontor.order.Shop;
import kontor.order.Wire;
import kontor.platform.MovableClock;
import kontor.platform.security.Caller;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import kontor.testkit.trial.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Catalog and ledger answer late or never, and parties do nothing or are gone. */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class DeadlineIT {

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Wire wire;
    private final MovableClock clock;
    private final DeadlineJob job;

    DeadlineIT(
            RestTestClient http,
            Members members,
            TestDatabase database,
            TopicWriter writer,
            TopicReader reader,
            MovableClock clock,
            DeadlineJob job) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        wire = new Wire(reader);
        this.clock = clock;
        this.job = job;
    }

    @AfterEach
    void setsTheClockBack() {
        clock.moveTo(Duration.ZERO);
    }

    /** The jobs do now what they would do within seconds, so that what stays as it is was looked at. */
    private void after(Duration time) {
        clock.moveTo(time);
        job.chase();
        job.expire();
    }

    private List<Wire.Told> told(Deal deal, int atLeast) {
        return wire.of(Dealer.PURCHASES, Long.toString(deal.id()), atLeast);
    }

    @Test
    void asksTheCatalogAgainUntilItIsAnswered() {
        Deal deal = dealer.submitted();

        after(Duration.ofSeconds(31));
        assertThat(told(deal, 2)).extracting(Wire.Told::name).containsOnly("purchase-submitted");
        after(Duration.ofSeconds(62));
        assertThat(told(deal, 3)).extracting(Wire.Told::version).containsExactly(1L, 2L, 3L);

        dealer.sayReserved(deal);
        dealer.sayReserved(deal);
        Answer opened = dealer.settled(deal.id(), "O");
        after(Duration.ofMinutes(2));
        bazaar.opened();
        assertThat(told(deal, 4)).hasSize(4).last().extracting(Wire.Told::name).isEqualTo("purchase-opened");
        assertThat(dealer.purchase(deal.id()).text()).isEqualTo(opened.text());
        assertThat(dealer.log(deal.id())).containsExactly("C PENDING -> OPEN");
    }

    @Test
    void givesUpAtTheTimeOutAndIgnoresALateAnswer() {
        Deal deal = dealer.submitted();

        after(Duration.ofMinutes(10).plusSeconds(1));
        shop.neighbours().await("market_purchase where id = %d and status = 'R'".formatted(deal.id()));
        clock.moveTo(Duration.ZERO);

        Answer rejected = shop.get(deal.buyer().bearer(), deal.path()).expect(200);
        assertThat(rejected.body().path("rejectReason").toString())
                .isEqualTo("{\"code\":\"unavailable\",\"failures\":[]}");
        dealer.sayReserved(deal);
        bazaar.opened();
        assertThat(shop.get(deal.buyer().bearer(), deal.path()).text()).isEqualTo(rejected.text());
        assertThat(told(deal, 2)).last().extracting(Wire.Told::name).isEqualTo("purchase-rejected");
        assertThat(dealer.log(deal.id())).isEmpty();
    }

    /** An answer of the ledger that stays out is asked for again with its number, and never given up (O-23). */
    @Test
    void asksTheLedgerAgainForPaymentAndAdjustment() {
        Deal deal = bazaar.opened();
        dealer.now(deal.buyer().bearer(), deal.path() + "/payment", "{}").expect(202);
        after(Duration.ofMinutes(11));
        List<Wire.Told> asked = told(deal, 4);

        assertThat(asked.subList(2, 4)).extracting(Wire.Told::name).containsOnly("purchase-payment-requested");
        assertThat(asked.get(3).body().path("requestId"))
                .isEqualTo(asked.get(2).body().path("requestId"));
        assertThat(asked.get(3).actor()).isEqualTo(deal.buyer().id().toString());
        dealer.sayPayment(deal.id(), "funded");
        dealer.settled(deal.id(), "P");

        dealer.now(deal.seller().bearer(), deal.path() + "/adjustments", Dealer.adjustment(deal.buyer(), 100))
                .expect(202);
        after(Duration.ofMinutes(22));
        assertThat(told(deal, 7).subList(5, 7)).extracting(Wire.Told::name).containsOnly("adjustment-requested");
        dealer.sayAdjustment(deal.id(), "booked");
        assertThat(dealer.settled(deal.id(), "P").body().path("refundedMinor").asLong())
                .isEqualTo(100);
    }

    @Test
    void cancelsWhatIsNotPaidInAWeekButWaitsForTheLedger() {
        Deal unpaid = bazaar.opened();
        Deal paying = bazaar.opened();
        dealer.now(paying.buyer().bearer(), paying.path() + "/payment", "{}").expect(202);

        after(Duration.ofDays(7).minusMinutes(1));
        assertThat(dealer.purchase(unpaid.id()).stands()).isEqualTo("OPEN");
        after(Duration.ofDays(7).plusSeconds(1));
        dealer.settled(unpaid.id(), "C");

        assertThat(dealer.log(unpaid.id())).endsWith("X OPEN -> CANCELLED");
        assertThat(dealer.actors(unpaid.id())).endsWith(Caller.SYSTEM.toString());
        assertThat(shop.audits("purchase", unpaid.id())).containsExactly("open-purchase", "cancel-purchase");
        assertThat(dealer.purchase(paying.id()).stands()).isEqualTo("OPEN");
        dealer.sayPayment(paying.id(), "refused");
        shop.neighbours().await("market_purchase where id = %d and pending_action is null".formatted(paying.id()));
        job.expire();
        dealer.settled(paying.id(), "C");
    }

    @Test
    void takesForArrivedWhatNobodyComplainsOfForTwoWeeks() {
        Deal deal = bazaar.shipped(bazaar.paid());

        after(Duration.ofDays(14).minusMinutes(1));
        assertThat(dealer.purchase(deal.id()).stands()).isEqualTo("SHIPPED");
        after(Duration.ofDays(14).plusSeconds(1));
        dealer.settled(deal.id(), "D");

        assertThat(dealer.log(deal.id())).endsWith("D SHIPPED -> DONE");
        assertThat(told(deal, 6).getLast().actor()).isEqualTo(Caller.SYSTEM.toString());
        assertThat(shop.audits("purchase", deal.id())).containsExactly("open-purchase", "confirm-purchase");
    }

    /** Each instance looks every two seconds: of many looks at once, none waits for another and none does it again. */
    @Test
    void doesOnceWhatSeveralInstancesFindDue() {
        List<Deal> unpaid = Stream.generate(bazaar::opened).limit(6).toList();
        Deal arrived = bazaar.shipped(bazaar.paid());

        clock.moveTo(Duration.ofDays(15));
        Together.run(8, Collections.nCopies(16, (Runnable) job::expire).stream());

        assertThat(unpaid)
                .allSatisfy(deal -> assertThat(dealer.log(deal.id())).containsOnlyOnce("X OPEN -> CANCELLED"));
        assertThat(dealer.log(arrived.id())).containsOnlyOnce("D SHIPPED -> DONE");
        assertThat(unpaid)
                .allSatisfy(deal -> assertThat(told(deal, 3))
                        .filteredOn(fact -> fact.name().equals("purchase-cancelled"))
                        .hasSize(1));
    }

    /** O-32: what is open ends with its party, what is paid goes on and an admin acts for him. */
    @Test
    void cancelsWhatIsOpenWhenAPartyIsGone() {
        Member seller = shop.members().verified();
        Deal ofBuyer = bazaar.opened(shop.members().verified(), seller);
        Deal ofSeller = bazaar.opened(shop.members().verified(), shop.members().verified());
        Deal paid = bazaar.paid(bazaar.opened(ofBuyer.buyer(), seller));

        leave(ofBuyer.buyer());
        leave(ofSeller.seller());

        dealer.settled(ofBuyer.id(), "C");
        dealer.settled(ofSeller.id(), "C");
        assertThat(dealer.actors(ofSeller.id())).endsWith(Caller.SYSTEM.toString());
        assertThat(dealer.purchase(paid.id()).stands()).isEqualTo("PAID");
        bazaar.shipped(paid);
        shop.post(shop.admin().bearer(), paid.path() + "/confirmation", "{}").expect(200);
    }

    private void leave(Member member) {
        shop.members()
                .change(member.inactive()
                        .with("status", "ANONYMISED")
                        .with("hasLogIn", false)
                        .with("subject", null));
    }
}
