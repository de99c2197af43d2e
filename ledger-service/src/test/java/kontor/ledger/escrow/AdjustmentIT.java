package kontor.ledger.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kontor.ledger.Shop;
import kontor.ledger.escrow.Deals.Deal;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What is paid back or paid more on the way, and what the end of a purchase leaves for whom. */
@KontorTest(service = "ledger", kafka = KontorTest.Kafka.SHARED)
class AdjustmentIT {

    private final Shop shop;
    private final Deals deals;
    private final EscrowBooks books;
    private final EscrowFacts facts;
    private final Member ada;
    private final Member ben;
    private final Member sami;
    private final Deal deal;

    AdjustmentIT(Members members, TestDatabase database, TopicWriter writer, TopicReader topics, RestTestClient http) {
        shop = new Shop(database, writer, http);
        deals = new Deals(database, writer);
        books = new EscrowBooks(database, shop);
        facts = new EscrowFacts(topics);
        ada = members.admin();
        ben = members.withLimit(-5_000);
        sami = members.withLimit(0);
        deal = Deals.deal(ben, sami);
    }

    /** The seller may fall below any limit; the fee stays with the shop (O-29). */
    @Test
    void takesLaterRefundsFromTheSeller() {
        deals.pay(deal);
        deals.refund(deal, 4_398);
        deals.finish(deal);
        assertThat(shop.credit(sami)).isEqualTo(-168);
        deals.charge(deal, 500);

        long refund = deals.refund(deal, 500);

        assertThat(books.answerToAdjustment(deal, refund)).isEmpty();
        assertThat(shop.entries(sami)).containsExactly(-168L, 500L, -500L);
        assertThat(shop.entries(ben)).containsExactly(-4_398L, 4_398L, -500L, 500L);
        assertThat(books.answerToAdjustment(deal, deals.refund(deal, 1))).isEqualTo("refund-limit");
    }

    @Test
    void goesBackToTheBuyerWithAllHePaid() {
        deals.pay(deal);
        deals.refund(deal, 4_000);
        deals.charge(deal, 700);

        deals.cancel(deal);
        deals.cancel(deal);

        assertThat(books.posted(deal, "cancel")).containsExactlyInAnyOrder("ESCROW -398", "SELLER -700", "BUYER 1098");
        assertThat(shop.credit(ben)).isZero();
        assertThat(shop.credit(sami)).isZero();
        assertThat(books.audits(deal))
                .containsExactly("fund-escrow", "adjust-escrow", "adjust-escrow", "return-escrow");
        JsonNode returned = facts.fact(deal, 4, "escrow-returned");
        assertThat(returned.path("escrowMinor").asLong()).isEqualTo(398);
        assertThat(returned.path("sellerMinor").asLong()).isEqualTo(-700);
        assertThat(returned.path("buyerMinor").asLong()).isEqualTo(1_098);
    }

    /** Only the buyer's limit counts: what a seller gets is welcome, however deep he is in debt (L-4). */
    @Test
    void checksTheLimitOfThePayerOnly() {
        deals.pay(deal);
        shop.deposit(ada, sami, -9_000);

        assertThat(books.answerToAdjustment(deal, deals.charge(deal, 603))).isEqualTo("insufficient-credit");
        long charged = deals.charge(deal, 602);

        assertThat(books.answerToAdjustment(deal, charged)).isEmpty();
        assertThat(shop.credit(ben)).isEqualTo(-5_000);
        assertThat(shop.credit(sami)).isEqualTo(-8_398);
        assertThat(shop.posted("adjustment:" + charged))
                .containsExactlyInAnyOrder("MEMBER %s -602".formatted(ben.id()), "MEMBER %s 602".formatted(sami.id()));
        JsonNode booked = facts.fact(deal, 3, "adjustment-booked");
        assertThat(booked.path("adjustmentId").asLong()).isEqualTo(charged);
        assertThat(booked.path("buyerMinor").asLong()).isEqualTo(-602);
        assertThat(booked.path("escrowMinor").asLong()).isZero();
    }

    @Test
    void goesToTheFeesAndToTheSeller() {
        deals.pay(deal);
        deals.refund(deal, 1_000);

        deals.finish(deal);

        assertThat(books.posted(deal, "done")).containsExactlyInAnyOrder("ESCROW -3398", "FEES 168", "SELLER 3230");
        assertThat(books.times(deal, "done")).containsExactly(Deals.AT, Deals.AT.plusSeconds(1));
        assertThat(books.held(deal)).isZero();
        assertThat(books.audits(deal)).containsExactly("fund-escrow", "adjust-escrow", "release-escrow");
        JsonNode released = facts.fact(deal, 3, "escrow-released");
        assertThat(released.path("escrowMinor").asLong()).isEqualTo(3_398);
        assertThat(released.path("sellerMinor").asLong()).isEqualTo(3_230);
    }

    /** The statement of a member shows what he paid and got on the market, by the time of the event. */
    @Test
    void standsInTheStatementsOfBoth() {
        deals.pay(deal);
        deals.refund(deal, 300);
        deals.finish(deal);

        assertThat(statement(ben)).containsExactly("ADJUSTMENT 300 -4098", "MARKET_PAY -4398 -4398");
        assertThat(statement(sami)).containsExactly("MARKET_DONE 3930 3930");
    }

    private List<String> statement(Member member) {
        return shop.get(
                        member.bearer(),
                        "/api/v1/accounts/me/entries?from=2026-06-01T12:00:00Z&to=2026-06-01T12:01:00Z")
                .body()
                .path("items")
                .valueStream()
                .map(line -> "%s %d %d"
                        .formatted(
                                line.path("kind").asString(),
                                line.path("amountMinor").asLong(),
                                line.path("balanceAfterMinor").asLong()))
                .toList();
    }
}
