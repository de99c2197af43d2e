package kontor.order.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kontor.order.Answer;
import kontor.order.Bazaar;
import kontor.order.Bazaar.Deal;
import kontor.order.Dealer;
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

/** Refunds and additional payments, decided by the ledger (O-27, O-28). */
@KontorTest(service = "order", kafka = KontorTest.Kafka.SHARED)
class AdjustmentIT {

    private final Shop shop;
    private final Bazaar bazaar;
    private final Dealer dealer;
    private final Wire wire;

    AdjustmentIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        shop = new Shop(http, members, database, writer);
        bazaar = shop.bazaar();
        dealer = new Dealer(shop);
        wire = new Wire(reader);
    }

    private static String path(Deal deal) {
        return deal.path() + "/adjustments";
    }

    private Answer adjust(Member by, Deal deal, Member receiver, long minor) {
        return dealer.now(by.bearer(), path(deal), Dealer.adjustment(receiver, minor));
    }

    /** Asks and lets the ledger book. */
    private Answer booked(Member by, Deal deal, Member receiver, long minor) {
        Answer asked = adjust(by, deal, receiver, minor).expect(202);
        dealer.sayAdjustment(deal.id(), "booked");
        shop.neighbours().await("adjustment where id = %d and state = 'BOOKED'".formatted(asked.id()));
        return shop.get(by.bearer(), path(deal) + "/" + asked.id()).expect(200);
    }

    @Test
    void answersWithTheBookedRefund() {
        Deal deal = bazaar.paid();
        CompletableFuture<Answer> refunding =
                dealer.waiting(deal.seller().bearer(), path(deal), Dealer.adjustment(deal.buyer(), 1_000));
        dealer.sayAdjustment(deal.id(), "booked");

        Answer booked = refunding.join().expect(201);

        assertThat(booked.body().path("direction").asString("")).isEqualTo("REFUND");
        assertThat(booked.body().path("state").asString("")).isEqualTo("BOOKED");
        assertThat(booked.etag()).isEqualTo("\"2\"");
        assertThat(booked.headers().getLocation()).hasPath("/api/v1" + path(deal) + "/" + booked.id());
        assertThat(shop.get(deal.buyer().bearer(), path(deal) + "/" + booked.id())
                        .text())
                .isEqualTo(booked.text());
        Answer purchase = dealer.purchase(deal.id());
        assertThat(purchase.stands()).isEqualTo("PAID");
        assertThat(purchase.body().path("refundedMinor").asLong()).isEqualTo(1_000);
        assertThat(dealer.log(deal.id())).endsWith("P OPEN -> PAID", "R 1000");
        assertThat(dealer.actors(deal.id())).endsWith(deal.seller().id().toString());
        assertThat(wire.of(Dealer.PURCHASES, Long.toString(deal.id()), 6))
                .extracting(Wire.Told::name)
                .endsWith("adjustment-requested", "adjustment-made");
        assertThat(shop.audits("purchase", deal.id())).containsExactly("open-purchase");
    }

    @Test
    void refusesAnAdditionalPaymentAsTheLedgerDid() {
        Deal deal = bazaar.paid();
        CompletableFuture<Answer> paying =
                dealer.waiting(deal.buyer().bearer(), path(deal), Dealer.adjustment(deal.seller(), 700));
        dealer.sayAdjustment(deal.id(), "refused");

        paying.join().refused(422, "insufficient-credit");

        Answer list = shop.get(deal.buyer().bearer(), path(deal)).expect(200);
        assertThat(list.body().at("/items/0/state").asString("")).isEqualTo("REFUSED");
        assertThat(list.body().at("/items/0/direction").asString("")).isEqualTo("ADDITIONAL");
        assertThat(dealer.purchase(deal.id()).body().path("additionalMinor").asLong())
                .isZero();
        assertThat(dealer.log(deal.id())).hasSize(2);
    }

    /** Example 4 of the order page, over HTTP. */
    @Test
    void neverRefundsMoreThanWasPaid() {
        Deal deal = bazaar.shipped(bazaar.paid());
        long total = dealer.purchase(deal.id()).body().path("totalMinor").asLong();
        booked(deal.seller(), deal, deal.buyer(), 1_000);
        shop.post(deal.buyer().bearer(), deal.path() + "/confirmation", "{}").expect(200);

        Answer refused = adjust(deal.seller(), deal, deal.buyer(), total - 999).refused(409, "refund-limit");
        assertThat(refused.body().path("refundableMinor").asLong()).isEqualTo(total - 1_000);
        booked(deal.seller(), deal, deal.buyer(), total - 1_000);
        adjust(deal.seller(), deal, deal.buyer(), 1).refused(409, "refund-limit");
        booked(deal.buyer(), deal, deal.seller(), 40);
        booked(deal.seller(), deal, deal.buyer(), 40);
        assertThat(dealer.purchase(deal.id()).body().path("refundableMinor").asLong())
                .isZero();
    }

    /** INV-09 under concurrency: one is asked for, the others wait for their turn. */
    @Test
    void asksForOneOfManyRefundsAtATime() {
        Deal deal = bazaar.paid();
        long total = dealer.purchase(deal.id()).body().path("totalMinor").asLong();

        List<String> answers = Together.all(8, n -> {
            Answer answer = adjust(deal.seller(), deal, deal.buyer(), total);
            return answer.status() == 202 ? "asked" : answer.code();
        });

        assertThat(answers)
                .containsOnlyOnce("asked")
                .contains("action-in-progress")
                .hasSize(8);
        dealer.sayAdjustment(deal.id(), "booked");
        dealer.settled(deal.id(), "P");
        adjust(deal.seller(), deal, deal.buyer(), 1).refused(409, "refund-limit");
    }

    @Test
    void isMadeByTheLosingPartyOrAMediatorOnly() {
        Deal deal = bazaar.paid();
        Member stranger = shop.members().verified();

        adjust(deal.buyer(), deal, deal.buyer(), 100).refused(403, "forbidden");
        adjust(deal.seller(), deal, deal.seller(), 100).refused(403, "forbidden");
        adjust(stranger, deal, deal.buyer(), 100).refused(404, "not-found");
        Answer unknown = adjust(deal.seller(), deal, stranger, 100).refused(422, "unknown-reference");
        assertThat(unknown.pointer()).isEqualTo("/receiverId");
        booked(shop.admin(), deal, deal.seller(), 100);
        assertThat(shop.audits("purchase", deal.id())).containsExactly("open-purchase", "adjust-purchase");
    }

    /** G-23: a ticket opens the purchase to its staff, and closes it again. */
    @Test
    void isMadeByStaffAsLongAsTheyHaveATicketOnIt() {
        Deal deal = bazaar.paid();
        long ticket = Neighbours.nextId();
        Member staff = shop.members().support(1);
        adjust(staff, deal, deal.buyer(), 100).refused(404, "not-found");

        bazaar.assign(ticket, staff.id(), "PURCHASE", deal.id());
        shop.get(staff.bearer(), deal.path() + "/log").expect(200);
        shop.post(staff.bearer(), deal.path() + "/cancellation", "{}").refused(403, "forbidden");
        shop.post(staff.bearer(), deal.path() + "/shipment", "{}").refused(403, "forbidden");
        booked(staff, deal, deal.buyer(), 100);
        assertThat(dealer.actors(deal.id())).endsWith(staff.id().toString());
        assertThat(shop.audits("purchase", deal.id())).containsExactly("open-purchase", "adjust-purchase");

        bazaar.end(ticket, staff.id());
        shop.get(staff.bearer(), deal.path()).refused(404, "not-found");
        adjust(staff, deal, deal.buyer(), 100).refused(404, "not-found");
    }

    @Test
    void isNotMadeBeforeThePayment() {
        Deal deal = bazaar.opened();

        adjust(shop.admin(), deal, deal.buyer(), 100).refused(409, "not-allowed-in-state");
        assertThat(shop.get(deal.buyer().bearer(), path(deal)).body().path("items"))
                .isEmpty();
    }
}
