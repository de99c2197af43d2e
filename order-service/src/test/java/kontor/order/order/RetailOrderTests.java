package kontor.order.order;

import static kontor.order.order.OrderStatus.CANCELLED;
import static kontor.order.order.OrderStatus.DELIVERED;
import static kontor.order.order.OrderStatus.IN_TRANSIT;
import static kontor.order.order.OrderStatus.NEW;
import static kontor.order.order.OrderStatus.PACKAGED;
import static kontor.order.order.OrderStatus.PROCESSING;
import static kontor.order.order.Samples.ADMIN;
import static kontor.order.order.Samples.ALL;
import static kontor.order.order.Samples.CUSTOMER;
import static kontor.order.order.Samples.NOTHING;
import static kontor.order.order.Samples.NOW;
import static kontor.order.order.Samples.items;
import static kontor.order.order.Samples.order;
import static kontor.order.order.Samples.refusal;
import static kontor.order.order.Samples.statuses;
import static kontor.order.order.Samples.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import kontor.platform.rejection.NotFound;
import kontor.platform.rejection.WrongOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailOrderTests {

    private static final UUID BILLING_ADMIN = new UUID(7, 3);

    @Test
    void takesAlongExactlyTheItemsThatStoodWhereItStood() {
        RetailOrder order = order(PROCESSING, NEW, PROCESSING, PROCESSING, PACKAGED);

        order.move(PACKAGED, ADMIN, NOW, ALL);

        assertThat(items(order)).isEqualTo("NEW PACKAGED PACKAGED PACKAGED");
        assertThat(order.release(51, BILLING_ADMIN, true)).isEqualTo("order-not-ready");
    }

    @Test
    void isReadyWhenTheLastItemHasCaughtUp() {
        RetailOrder order = order(PACKAGED, NEW, PACKAGED, PACKAGED, PACKAGED);

        order.moveItem(1, DELIVERED, ADMIN, NOW, ALL);

        assertThat(order.status()).isEqualTo(PACKAGED);
        assertThat(order.release(51, BILLING_ADMIN, true)).isNull();
    }

    @Test
    void isReadyWhenTheItemThatLaggedIsCancelled() {
        RetailOrder order = order(PACKAGED, NEW, PACKAGED, PACKAGED, PACKAGED);

        order.moveItem(1, CANCELLED, ADMIN, NOW, ALL);

        assertThat(order.status()).isEqualTo(PACKAGED);
        assertThat(order.release(51, BILLING_ADMIN, true)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "NEW,        NEW NEW,                  PROCESSING, PROCESSING, PROCESSING NEW",
        "NEW,        NEW NEW,                  DELIVERED,  PROCESSING, DELIVERED NEW",
        "PROCESSING, PROCESSING PACKAGED,      PACKAGED,   PACKAGED,   PACKAGED PACKAGED",
        "PROCESSING, PROCESSING DELIVERED,     IN_TRANSIT, IN_TRANSIT, IN_TRANSIT DELIVERED",
        "IN_TRANSIT, IN_TRANSIT DELIVERED,     DELIVERED,  DELIVERED,  DELIVERED DELIVERED",
        "IN_TRANSIT, NEW PACKAGED,             PROCESSING, IN_TRANSIT, PROCESSING PACKAGED",
        "DELIVERED,  NEW DELIVERED,            PROCESSING, DELIVERED,  PROCESSING DELIVERED",
        "PROCESSING, NEW PACKAGED,             CANCELLED,  PACKAGED,   CANCELLED PACKAGED",
        "NEW,        NEW NEW,                  CANCELLED,  NEW,        CANCELLED NEW",
        "PROCESSING, PACKAGED CANCELLED,       CANCELLED,  CANCELLED,  CANCELLED CANCELLED",
        "DELIVERED,  PACKAGED CANCELLED,       CANCELLED,  DELIVERED,  CANCELLED CANCELLED",
    })
    void isRaisedByItsItemsButNeverLowered(
            OrderStatus status, String before, OrderStatus step, OrderStatus expected, String after) {
        RetailOrder order = order(status, statuses(before));

        order.moveItem(1, step, ADMIN, NOW, NOTHING);
        assertThat(order.status()).isEqualTo(status);

        RetailOrder rolled = order(status, statuses(before));
        rolled.moveItem(1, step, ADMIN, NOW, ALL);

        assertThat(rolled.status()).isEqualTo(expected);
        assertThat(items(rolled)).isEqualTo(after);
    }

    @Test
    void leavesCancellingToAdminsOnceAnItemIsBegun() {
        assertThat(refusal(() -> order(PROCESSING, NEW, PROCESSING).cancel(CUSTOMER)))
                .isEqualTo("not-allowed-in-state");
        assertThat(refusal(() -> order(PROCESSING, NEW, CANCELLED).cancel(CUSTOMER)))
                .isNull();
        assertThat(refusal(() -> order(PROCESSING, NEW, PROCESSING).cancel(ADMIN)))
                .isNull();
        assertThat(refusal(() -> order(PROCESSING, NEW, IN_TRANSIT).cancel(ADMIN)))
                .isEqualTo("not-allowed-in-state");
    }

    @Test
    void countsOnlyItemsThatAreNotCancelled() {
        RetailOrder order = whole(NEW);
        long version = order.version();

        order.moveItem(2, CANCELLED, ADMIN, NOW, ALL);

        assertThat(order).hasFieldOrPropertyWithValue("netMinor", 400L).hasFieldOrPropertyWithValue("itemCount", 2);
        assertThat(order.version()).isEqualTo(version + 1);
    }

    @Test
    void isHeldFromItsReleaseUntilTheInvoice() {
        RetailOrder order = whole(PACKAGED);
        assertThat(order.release(51, BILLING_ADMIN, true)).isNull();

        assertThat(refusal(() -> order.move(DELIVERED, ADMIN, NOW, ALL))).isEqualTo("action-in-progress");
        assertThat(refusal(() -> order.moveItem(1, DELIVERED, ADMIN, NOW, ALL))).isEqualTo("action-in-progress");
        assertThat(refusal(() -> order.cancel(ADMIN))).isEqualTo("action-in-progress");
        assertThat(refusal(() -> order.edit(new LockedOrder.Terms(NOW, 12L, 3))))
                .isEqualTo("action-in-progress");
        assertThat(order.release(52, BILLING_ADMIN, true)).isEqualTo("action-in-progress");

        order.invoiced(801);

        assertThat(order.release(53, BILLING_ADMIN, true)).isEqualTo("invoice-exists");
        assertThat(refusal(() -> order.cancel(ADMIN))).isEqualTo("invoice-exists");
        assertThat(refusal(() -> order.moveItem(1, CANCELLED, ADMIN, NOW, ALL))).isEqualTo("invoice-exists");
        assertThat(refusal(() -> order.edit(new LockedOrder.Terms(NOW, 12L, 3))))
                .isEqualTo("invoice-exists");
        assertThat(refusal(() -> order.moveItem(1, DELIVERED, ADMIN, NOW, ALL))).isNull();
    }

    @Test
    void canBeCancelledAgainWithoutItsInvoice() {
        RetailOrder order = whole(PACKAGED);
        order.release(51, BILLING_ADMIN, true);
        order.invoiced(801);

        assertThat(order.uninvoiced(802)).isFalse();
        assertThat(order.uninvoiced(801)).isTrue();

        assertThat(refusal(() -> order.cancel(ADMIN))).isNull();
    }

    @Test
    void isReleasedByItselfOnceWhenDeliveredAndReady() {
        RetailOrder order = order(PACKAGED, PACKAGED, NEW);
        order.move(DELIVERED, ADMIN, NOW, ALL);
        assertThat(order.invoice().isHeld()).isFalse();

        order.moveItem(2, PACKAGED, ADMIN, NOW, ALL);
        assertThat(order.invoice().isHeld()).isTrue();

        order.invoiced(801);
        order.uninvoiced(801);
        order.moveItem(2, DELIVERED, ADMIN, NOW, ALL);
        assertThat(order.invoice().isHeld()).isFalse();
    }

    @Test
    void isNotReleasedByItselfAfterAnInvoiceThatAnAdminAskedFor() {
        RetailOrder order = order(PACKAGED, PACKAGED, PACKAGED);
        order.release(51, BILLING_ADMIN, true);
        order.invoiced(801);
        order.move(DELIVERED, ADMIN, NOW, ALL);
        order.uninvoiced(801);

        assertThat(refusal(() -> order.move(DELIVERED, ADMIN, NOW, ALL))).isEqualTo("already-in-state");
        assertThat(order.invoice().isHeld()).isFalse();
    }

    @Test
    void isNotReleasedByItselfWhereThatIsSwitchedOff() {
        RetailOrder order = whole(PACKAGED);

        order.move(DELIVERED, ADMIN, NOW, NOTHING);

        assertThat(order.invoice().isHeld()).isFalse();
    }

    @Test
    void setsAPriceAtOnceAndAsksForAnotherAmount() {
        RetailOrder order = whole(PROCESSING);

        assertThat(order.changeItem(1, new LockedOrder.ItemChange(90, 2, 0), ADMIN, NOW))
                .isEmpty();
        assertThat(order.lines().getFirst().unitPriceMinor()).isEqualTo(90);
        assertThat(order.lines().getFirst().priceSetBy()).isEqualTo(ADMIN.actorId());

        assertThat(order.changeItem(1, new LockedOrder.ItemChange(80, 5, 77), ADMIN, NOW))
                .contains(77L);
        assertThat(order.lines().getFirst().amount()).isEqualTo(2);
        assertThat(refusal(() -> order.cancel(ADMIN))).isEqualTo("action-in-progress");
        assertThat(refusal(() -> order.move(PACKAGED, ADMIN, NOW, ALL))).isEqualTo("action-in-progress");

        order.answer(76, null);
        assertThat(order.lines().getFirst().amount()).isEqualTo(2);
        order.answer(77, null);
        assertThat(order.lines().getFirst().amount()).isEqualTo(5);
        assertThat(order.lines().getFirst().unitPriceMinor()).isEqualTo(80);
        order.answer(77, "stock-short");
        assertThat(order.lines().getFirst().amount()).isEqualTo(5);
    }

    @Test
    void leavesAnItemAsItIsWhenTheCatalogRefuses() {
        RetailOrder order = whole(NEW);
        order.changeItem(1, new LockedOrder.ItemChange(80, 5, 77), ADMIN, NOW);

        order.answer(77, "stock-short");

        assertThat(order.lines().getFirst().amount()).isEqualTo(2);
        assertThat(order.lines().getFirst().unitPriceMinor()).isEqualTo(100);
        assertThat(refusal(() -> order.cancel(ADMIN))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"PACKAGED", "IN_TRANSIT", "DELIVERED", "CANCELLED", "PENDING", "REJECTED"})
    void changesNoItemThatIsPacked(OrderStatus status) {
        RetailOrder order = whole(status);

        assertThat(refusal(() -> order.changeItem(1, new LockedOrder.ItemChange(1, 2, 0), ADMIN, NOW)))
                .isEqualTo("not-allowed-in-state");
        assertThat(order.changeItem(1, new LockedOrder.ItemChange(100, 2, 0), ADMIN, NOW))
                .isEmpty();
    }

    @Test
    void isEditedOnlyIfSomethingDiffers() {
        RetailOrder order = whole(DELIVERED);
        long version = order.version();

        assertThat(order.edit(order.terms())).isFalse();
        assertThat(order.version()).isEqualTo(version);
        assertThat(order.edit(new LockedOrder.Terms(Instant.EPOCH, 12L, 4))).isTrue();
        assertThat(order.version()).isEqualTo(version + 1);
        assertThatThrownBy(() -> order.edit(new LockedOrder.Terms(Instant.EPOCH.minusNanos(1_000), 12L, 4)))
                .isInstanceOf(WrongOrder.class);
    }

    @Test
    void knowsOnlyItsOwnItems() {
        assertThatThrownBy(() -> whole(NEW).moveItem(9, PROCESSING, ADMIN, NOW, ALL))
                .isInstanceOf(NotFound.class);
    }
}
