package kontor.ledger.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals.Deal;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Money of a purchase follows its payment and its end, each once, and every question gets its first answer. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class EscrowIT {

    private final Members members;
    private final TopicReader topics;
    private final Shop shop;
    private final Deals deals;
    private final EscrowBooks books;
    private final EscrowFacts facts;
    private final Member ada;
    private final Member ben;
    private final Member sami;
    private final Deal deal;

    EscrowIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        this.members = members;
        this.topics = topics;
        shop = new Shop(database, writer, http);
        deals = new Deals(database, writer);
        books = new EscrowBooks(database, shop);
        facts = new EscrowFacts(topics);
        ada = members.admin();
        ben = members.withLimit(-5_000);
        sami = members.withLimit(0);
        deal = Deals.deal(ben, sami);
    }

    @Test
    void holdsTheTotalFromThePaymentOn() {
        long request = deals.pay(deal);

        assertThat(books.posted(deal, "pay")).containsExactlyInAnyOrder("BUYER -4398", "ESCROW 4398");
        assertThat(books.times(deal, "pay")).containsExactly(Deals.AT.plusSeconds(1), Deals.AT.plusSeconds(1));
        assertThat(books.held(deal)).isEqualTo(4_398);
        assertThat(books.floors(deal, "pay")).containsExactly(-5_000L);
        assertThat(books.audits(deal)).containsExactly("fund-escrow");
        JsonNode funded = facts.fact(deal, 1, "escrow-funded");
        assertThat(funded.path("requestId").asLong()).isEqualTo(request);
        assertThat(funded.path("amountMinor").asLong()).isEqualTo(4_398);
        assertThat(funded.path("external").asBoolean()).isFalse();
        var transfer = topics.await(
                "kontor.ledger.transfer.v1",
                message -> String.valueOf(message.value()).contains("\"market:%d:pay\"".formatted(deal.id())));
        EventSchema.of(transfer.type()).assertValid(String.valueOf(transfer.value()));
    }

    /** Equality with the limit passes (L-3); beyond it the purchase may be paid by another attempt. */
    @Test
    void refusesBeyondTheLimitAndTakesAnotherAttempt() {
        Deal dear = Deals.deal(ben, sami, 5_000, 1, 0);

        assertThat(books.answerTo(dear, deals.pay(dear))).isEqualTo("insufficient-credit");
        assertThat(books.held(dear)).isZero();
        assertThat(shop.entries(ben)).isEmpty();
        assertThat(books.audits(dear)).isEmpty();
        shop.deposit(ada, ben, 1);
        assertThat(books.answerTo(dear, deals.pay(dear))).isEmpty();
        assertThat(shop.credit(ben)).isEqualTo(-5_000);
        List<TopicReader.Message> told = facts.all(dear, 2);
        assertThat(told)
                .extracting(TopicReader.Message::type)
                .containsExactly("kontor.ledger.escrow-refused.v1", "kontor.ledger.escrow-funded.v1");
    }

    @Test
    void takesWhatCameFromOutsideFromCashWhateverTheLimit() {
        Deal dear = Deals.deal(ben, sami, 500_000, 0, 0);

        deals.pay(dear, true);

        assertThat(books.posted(dear, "pay")).containsExactlyInAnyOrder("CASH -500000", "ESCROW 500000");
        assertThat(shop.entries(ben)).isEmpty();
        deals.cancel(dear);
        assertThat(shop.credit(ben)).isEqualTo(500_000);
    }

    /** Nobody whom the money may have to be given to may lack an account. */
    @Test
    void refusesWhomItDoesNotKnow() {
        Deal fromStranger = Deals.deal(ben, members.unverified());
        Deal toStranger = Deals.deal(members.unknown(), sami);

        assertThat(books.answerTo(fromStranger, deals.pay(fromStranger))).isEqualTo("unknown-reference");
        assertThat(books.answerTo(toStranger, deals.pay(toStranger, true))).isEqualTo("unknown-reference");
        assertThat(shop.entries(ben)).isEmpty();
    }

    /** Whatever has changed since: limits, credits, the purchase itself (G-35). */
    @Test
    void givesTheFirstAnswerAgain() {
        long refused = Deals.id();
        Deal dear = Deals.deal(ben, sami, 6_000, 0, 0);
        deals.tell(dear, deals.paymentRequested(dear, refused, false));
        long paid = deals.pay(deal);
        long charged = deals.charge(deal, 5_000);
        shop.deposit(ada, ben, 50_000);
        deals.finish(deal);

        deals.tell(dear, deals.paymentRequested(dear, refused, false));
        deals.tell(deal, deals.paymentRequested(deal, paid, false));
        deals.tell(deal, deals.adjustmentRequested(deal, charged, "ADDITIONAL", 5_000));

        assertThat(shop.entries(ben)).containsExactly(-4_398L, 50_000L);
        List<TopicReader.Message> answers = facts.all(deal, 5);
        assertThat(answers)
                .extracting(TopicReader.Message::type)
                .containsExactly(
                        "kontor.ledger.escrow-funded.v1",
                        "kontor.ledger.adjustment-refused.v1",
                        "kontor.ledger.escrow-released.v1",
                        "kontor.ledger.escrow-funded.v1",
                        "kontor.ledger.adjustment-refused.v1");
        assertThat(answers.get(3).value()).isEqualTo(answers.getFirst().value());
        assertThat(answers.get(4).value()).isEqualTo(answers.get(1).value());
        List<TopicReader.Message> refusals = facts.all(dear, 2);
        assertThat(refusals.getLast().value()).isEqualTo(refusals.getFirst().value());
        assertThat(books.audits(deal)).containsExactly("fund-escrow", "release-escrow");
    }

    /** Another attempt at what is paid already takes nothing; at what has ended, it is refused. */
    @Test
    void isPaidOnce() {
        deals.pay(deal);

        assertThat(books.answerTo(deal, deals.pay(deal))).isEmpty();
        deals.cancel(deal);
        assertThat(books.answerTo(deal, deals.pay(deal))).isEqualTo("unknown-reference");

        assertThat(shop.entries(ben)).containsExactly(-4_398L, 4_398L);
        assertThat(books.held(deal)).isZero();
    }

    @Test
    void leavesUnpaidPurchasesAlone() {
        Deal dear = Deals.deal(ben, sami, 6_000, 0, 0);
        deals.pay(dear);

        deals.tell(dear, deals.cancelled(dear, "OPEN"));
        deals.tell(deal, deals.cancelled(deal, "OPEN"));

        assertThat(books.held(dear)).isZero();
        assertThat(shop.entries(ben)).isEmpty();
        assertThat(facts.all(dear, 1)).hasSize(1);
    }

    /** The end may come first: it lies behind in its partition, or with another consumer. */
    @Test
    void waitsForWhatIsMissing() {
        Fact[] asked = deals.paymentRequested(deal, Deals.id(), false);
        Fact[] ended = deals.done(deal);

        deals.tell(deal, ended[0], asked[2], asked[1], asked[0]);
        deals.tell(deal, ended);

        assertThat(shop.entries(ben)).containsExactly(-4_398L);
        assertThat(shop.entries(sami)).containsExactly(4_230L);
    }

    /** A purchase that is done although nobody paid: nothing is posted, and it does not hold up the others. */
    @Test
    void putsWhatCannotHaveHappenedAside() {
        deals.send(Stream.<Fact[]>of(deals.done(deal)));
        Deal next = Deals.deal(ben, sami);

        assertThat(books.answerTo(next, deals.pay(next))).isEmpty();

        topics.await(Deals.TOPIC + "-dlt", Long.toString(deal.id()), Deals.DONE);
        assertThat(books.posted(deal, "done")).isEmpty();
    }

    /** Nothing would order it with what else is told of that one. */
    @Test
    void putsWhatNamesAnotherPurchaseAside() {
        Deal other = Deals.deal(ben, sami);
        Fact[] told = deals.paymentRequested(other, Deals.id(), false);
        told[2] = told[2].body(deals.paymentRequested(deal, Deals.id(), false)[2].body());

        deals.send(Stream.<Fact[]>of(told));

        topics.await(Deals.TOPIC + "-dlt", other.key(), Deals.PAYMENT_REQUESTED);
        assertThat(shop.entries(ben)).isEmpty();
    }
}
