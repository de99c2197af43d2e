package kontor.order.purchase;

import static kontor.order.purchase.Purchased.ADMIN;
import static kontor.order.purchase.Purchased.BUYER;
import static kontor.order.purchase.Purchased.NOW;
import static kontor.order.purchase.Purchased.SELLER;
import static kontor.order.purchase.Purchased.STRANGER;
import static kontor.order.purchase.Purchased.outcome;
import static kontor.order.purchase.Purchased.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import kontor.order.party.Actor;
import kontor.order.purchase.Adjustment.Direction;
import kontor.order.purchase.LockedPurchase.Action;
import kontor.order.purchase.LockedPurchase.Pending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who adjusts a purchase, when, and by how much (O-27 to O-30). */
class AdjustmentTests {

    private static final Map<String, Actor> ACTORS =
            Map.of("buyer", BUYER, "seller", SELLER, "admin", ADMIN, "stranger", STRANGER);

    private static Actor actor(String name) {
        return Objects.requireNonNull(ACTORS.get(name));
    }

    private static Adjustment adjust(MarketPurchase purchase, Actor receiver, long minor, Actor by) {
        return purchase.adjust(92, new Adjustment.Terms(receiver.actorId(), minor, null), by, false, NOW);
    }

    /** It is made by an admin, and the ledger books it. */
    static void booked(MarketPurchase purchase, Actor receiver, long minor) {
        purchase.booked(adjust(purchase, receiver, minor, ADMIN));
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
}
