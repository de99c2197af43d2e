package kontor.order.purchase;

import static kontor.order.purchase.Purchased.ADMIN;
import static kontor.order.purchase.Purchased.BUYER;
import static kontor.order.purchase.Purchased.NOW;
import static kontor.order.purchase.Purchased.SELLER;
import static kontor.order.purchase.Purchased.STRANGER;
import static kontor.order.purchase.Purchased.TRACKED;
import static kontor.order.purchase.Purchased.UNTRACKED;
import static kontor.order.purchase.Purchased.outcome;
import static kontor.order.purchase.Purchased.payment;
import static kontor.order.purchase.Purchased.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import kontor.order.party.Actor;
import kontor.order.purchase.Adjustment.Direction;
import kontor.order.purchase.LockedPurchase.Action;
import kontor.order.purchase.LockedPurchase.Pending;
import kontor.order.purchase.LockedPurchase.Tracking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of a purchase beyond its steps. */
class MarketPurchaseTests {

    private static final Map<String, Actor> ACTORS =
            Map.of("buyer", BUYER, "seller", SELLER, "admin", ADMIN, "stranger", STRANGER);

    private static Actor actor(String name) {
        return Objects.requireNonNull(ACTORS.get(name));
    }

    private static Adjustment adjust(MarketPurchase purchase, Actor receiver, long minor, Actor by) {
        return purchase.adjust(92, new Adjustment.Terms(receiver.actorId(), minor, null), by, false, NOW);
    }

    private static void booked(MarketPurchase purchase, Actor receiver, long minor) {
        purchase.booked(adjust(purchase, receiver, minor, ADMIN));
    }

    @Test
    void addsUpWhatTheBuyerPays() {
        assertThat(new NewPurchase.Price(3_690, 168, 540).totalMinor()).isEqualTo(4_398);
        assertThat(Purchased.in(PurchaseStatus.PAID).balance().refundableMinor())
                .isEqualTo(4_398);
    }

    /** Rules O-27: only who loses the money gives it, or who stands between them. */
    @ParameterizedTest
    @CsvSource({
        "buyer, buyer, forbidden",
        "buyer, seller, done",
        "seller, buyer, done",
        "seller, seller, forbidden",
        "admin, buyer, done",
        "admin, seller, done",
        "stranger, buyer, forbidden",
        "stranger, seller, forbidden",
        "seller, stranger, unknown-reference",
        "admin, stranger, unknown-reference",
    })
    void isAdjustedByTheLosingParty(String by, String receiver, String expected) {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.SHIPPED);

        assertThat(outcome(() -> adjust(purchase, actor(receiver), 100, actor(by))))
                .isEqualTo(expected);
    }

    @Test
    void isAdjustedByStaffWithATicketThatIsNotTheirOwnMatter() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.DONE);
        Adjustment.Terms toBuyer = new Adjustment.Terms(BUYER.actorId(), 100, "Broken cup");
        Adjustment.Terms toSeller = new Adjustment.Terms(SELLER.actorId(), 100, null);

        assertThat(outcome(() -> purchase.adjust(92, toBuyer, BUYER, true, NOW)))
                .isEqualTo("forbidden");
        assertThat(outcome(() -> purchase.adjust(92, toSeller, SELLER, true, NOW)))
                .isEqualTo("forbidden");

        Adjustment made = purchase.adjust(92, toBuyer, STRANGER, true, NOW);
        assertThat(made.by()).isEqualTo(new Actor(STRANGER.actorId(), true));
        assertThat(made.direction()).isEqualTo(Direction.REFUND);
        assertThat(made.reason()).isEqualTo("Broken cup");
    }

    @ParameterizedTest
    @EnumSource(PurchaseStatus.class)
    void isAdjustedOncePaid(PurchaseStatus status) {
        MarketPurchase purchase = Purchased.in(status);
        boolean isPaid =
                status == PurchaseStatus.PAID || status == PurchaseStatus.SHIPPED || status == PurchaseStatus.DONE;

        assertThat(outcome(() -> adjust(purchase, BUYER, 1, ADMIN)))
                .isEqualTo(isPaid ? "done" : "not-allowed-in-state");
    }

    /** Example 4 of the order page. */
    @Test
    void refundsAtMostWhatWasPaid() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.SHIPPED);
        booked(purchase, BUYER, 1_000);
        purchase.confirm(BUYER, NOW);

        assertThat(outcome(() -> adjust(purchase, BUYER, 3_399, SELLER))).isEqualTo("refund-limit");
        booked(purchase, BUYER, 3_398);
        assertThat(outcome(() -> adjust(purchase, BUYER, 1, SELLER))).isEqualTo("refund-limit");
        booked(purchase, SELLER, 50);
        booked(purchase, BUYER, 50);
        assertThat(purchase.balance()).isEqualTo(new Adjustment.Balance(4_398, 50, 4_448));
    }

    @Test
    void countsNothingThatTheLedgerRefused() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.PAID);

        purchase.refused(adjust(purchase, SELLER, 700, BUYER), "insufficient-credit");

        assertThat(purchase.balance()).isEqualTo(new Adjustment.Balance(4_398, 0, 0));
        assertThat(purchase.pending()).isEmpty();
        assertThat(told(purchase)).endsWith("AdjustmentRequested", "AdjustmentDeclined");
    }

    @Test
    void keepsAllPaymentsInTheRangeOfMoney() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.PAID);

        assertThat(outcome(() -> adjust(purchase, SELLER, 9_999_995_602L, BUYER)))
                .isEqualTo("amount-out-of-range");
        booked(purchase, SELLER, 9_999_995_601L);
        assertThat(purchase.balance().refundableMinor()).isEqualTo(9_999_999_999L);
    }

    @Test
    void adjustsOneAtATime() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.PAID);
        adjust(purchase, BUYER, 1_000, SELLER);

        assertThat(purchase.pending()).contains(new Pending(Action.ADJUSTMENT, 92));
        assertThat(outcome(() -> adjust(purchase, BUYER, 1_000, SELLER))).isEqualTo("action-in-progress");
    }

    /** Rule O-30. */
    @Test
    void returnsAllThatWasPaidWhenCancelled() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.PAID);
        booked(purchase, SELLER, 500);
        booked(purchase, BUYER, 1_200);

        Adjustment returning = purchase.cancel(SELLER, 93, NOW).orElseThrow();

        assertThat(returning.valueMinor()).isEqualTo(4_398 + 500 - 1_200);
        assertThat(returning.receiverId()).isEqualTo(BUYER.actorId());
        assertThat(returning.isReturning()).isTrue();
        assertThat(purchase.balance().refundableMinor()).isZero();
        assertThat(Purchased.facts(purchase).getLast())
                .isInstanceOfSatisfying(PurchaseFact.PurchaseCancelled.class, cancelled -> {
                    assertThat(cancelled.returnedMinor()).isEqualTo(3_698);
                    assertThat(cancelled.adjustmentId()).isEqualTo(93);
                    assertThat(cancelled.oldStatus()).isEqualTo(PurchaseStatus.PAID);
                });
    }

    @Test
    void returnsNothingOfWhatIsRefundedOrNotPaid() {
        MarketPurchase refunded = Purchased.in(PurchaseStatus.PAID);
        booked(refunded, BUYER, 4_398);

        assertThat(refunded.cancel(ADMIN, 93, NOW)).isEmpty();
        assertThat(Purchased.in(PurchaseStatus.OPEN).cancel(BUYER, 93, NOW)).isEmpty();
    }

    @Test
    void tellsThePayingBuyerWhoCanCancel() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.PAID);

        assertThat(outcome(() -> purchase.cancel(BUYER, 93, NOW))).isEqualTo("forbidden");
        assertThat(new MarketPurchase.SellerMustCancel().detail()).contains("seller", "support");
    }

    /** Rule O-24. */
    @Test
    void wantsATrackingNumberIfTheTariffDoes() {
        MarketPurchase tracked = Purchased.in(PurchaseStatus.PAID);
        assertThat(outcome(() -> tracked.ship(UNTRACKED, SELLER, NOW))).isEqualTo("tracking-required");
        tracked.ship(TRACKED, SELLER, NOW);
        assertThat(outcome(() -> tracked.correct(new Tracking(null, "R 1"), SELLER)))
                .isEqualTo("tracking-required");

        MarketPurchase untracked = Purchased.fresh(false);
        untracked.accept(Purchased.HOME, NOW);
        untracked.pay(payment(false, BUYER), NOW);
        untracked.paid(payment(false, BUYER), NOW);
        untracked.ship(UNTRACKED, SELLER, NOW);
        assertThat(untracked.status()).isEqualTo(PurchaseStatus.SHIPPED);
    }

    @ParameterizedTest
    @EnumSource(PurchaseStatus.class)
    void correctsTheTrackingOfShippedParcelsOnly(PurchaseStatus status) {
        MarketPurchase purchase = Purchased.in(status);

        assertThat(outcome(() -> purchase.correct(new Tracking("HU 2", null), SELLER)))
                .isEqualTo(status == PurchaseStatus.SHIPPED ? "done" : "not-allowed-in-state");
        assertThat(purchase.correct(purchase.tracking(), SELLER)).isFalse();
    }

    @Test
    void letsOnlyTheSellerAndAdminsCorrect() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.SHIPPED);

        assertThat(outcome(() -> purchase.requireSeller(BUYER))).isEqualTo("forbidden");
        assertThat(outcome(() -> purchase.requireSeller(STRANGER))).isEqualTo("forbidden");
        assertThat(outcome(() -> purchase.requireSeller(SELLER))).isEqualTo("done");
        assertThat(outcome(() -> purchase.requireSeller(ADMIN))).isEqualTo("done");
    }

    @Test
    void staysOpenWhenThePaymentIsRefused() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.OPEN);
        purchase.pay(payment(false, BUYER), NOW);

        purchase.refused(payment(false, BUYER), "insufficient-credit");

        assertThat(purchase.status()).isEqualTo(PurchaseStatus.OPEN);
        assertThat(purchase.pending()).isEmpty();
        assertThat(outcome(() -> purchase.pay(payment(false, BUYER), NOW))).isEqualTo("done");
    }

    @Test
    void numbersItsFactsWithoutGap() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.DONE);
        booked(purchase, BUYER, 5);

        assertThat(Purchased.facts(purchase))
                .extracting(PurchaseFact::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(told(purchase))
                .containsExactly(
                        "PurchaseSubmitted",
                        "PurchaseOpened",
                        "PurchasePaymentRequested",
                        "PurchasePaid",
                        "PurchaseShipped",
                        "PurchaseDone",
                        "AdjustmentRequested",
                        "AdjustmentMade");
    }

    @Test
    void namesTheOtherSideWhenEvaluated() {
        MarketPurchase purchase = Purchased.in(PurchaseStatus.DONE);

        purchase.evaluated(PurchaseFact.Side.SELLER, new LockedPurchase.Levels(null, null, 7), SELLER, NOW);

        assertThat(Purchased.facts(purchase).getLast())
                .isInstanceOfSatisfying(PurchaseFact.PurchaseEvaluated.class, told -> {
                    assertThat(told.authorId()).isEqualTo(SELLER.actorId());
                    assertThat(told.memberId()).isEqualTo(BUYER.actorId());
                });
    }

    @Test
    void readsEveryLetterBack() {
        for (PurchaseStatus status : PurchaseStatus.values()) {
            assertThat(PurchaseStatus.of(status.letter())).isEqualTo(status);
        }
    }
}
