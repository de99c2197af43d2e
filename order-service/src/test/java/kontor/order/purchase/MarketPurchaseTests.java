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

import kontor.order.purchase.LockedPurchase.Tracking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of a purchase beyond its steps and adjustments. */
class MarketPurchaseTests {

    @Test
    void addsUpWhatTheBuyerPays() {
        assertThat(new NewPurchase.Price(3_690, 168, 540).totalMinor()).isEqualTo(4_398);
        assertThat(Purchased.in(PurchaseStatus.PAID).balance().refundableMinor())
                .isEqualTo(4_398);
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
        AdjustmentTests.booked(purchase, BUYER, 5);

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
