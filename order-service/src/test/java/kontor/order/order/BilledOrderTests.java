package kontor.order.order;

import static kontor.order.order.OrderStatus.CANCELLED;
import static kontor.order.order.OrderStatus.DELIVERED;
import static kontor.order.order.OrderStatus.IN_TRANSIT;
import static kontor.order.order.OrderStatus.NEW;
import static kontor.order.order.OrderStatus.PACKAGED;
import static kontor.order.order.OrderStatus.PROCESSING;
import static kontor.order.order.Samples.ADMIN;
import static kontor.order.order.Samples.ALL;
import static kontor.order.order.Samples.NOW;
import static kontor.order.order.Samples.order;
import static kontor.order.order.Samples.refusal;
import static kontor.order.order.Samples.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an order is let go for its invoice, and what its prices and amounts may be. */
class BilledOrderTests {

    private static final UUID BILLING_ADMIN = new UUID(7, 3);

    /** Their invoice would leave the range of money. */
    private static final LockedOrder.Policy TOO_MUCH = new LockedOrder.Policy(true, items -> false);

    @Test
    void isReleasedByItselfWhenItsLastItemMakesItDelivered() {
        RetailOrder order = order(IN_TRANSIT, IN_TRANSIT, DELIVERED);

        order.moveItem(1, DELIVERED, ADMIN, NOW, ALL);

        assertThat(order.invoice().isHeld()).isTrue();
        assertThat(order.body().deliveredAt()).isEqualTo(NOW);
    }

    @Test
    void isNotReleasedWithoutLiveItems() {
        RetailOrder order = order(DELIVERED, PACKAGED, CANCELLED);

        order.moveItem(1, CANCELLED, ADMIN, NOW, ALL);

        assertThat(order.invoice().isHeld()).isFalse();
        assertThat(order.release(51, BILLING_ADMIN, true)).isEqualTo("order-not-ready");
    }

    @Test
    void isNotReleasedForAnInvoiceThatCannotBe() {
        RetailOrder order = order(PACKAGED, PACKAGED, PACKAGED, NEW);

        assertThat(order.release(51, BILLING_ADMIN, false)).isEqualTo("order-not-ready");
        order.moveItem(3, PACKAGED, ADMIN, NOW, TOO_MUCH);
        assertThat(order.release(52, BILLING_ADMIN, false)).isEqualTo("amount-out-of-range");
        order.moveItem(2, IN_TRANSIT, ADMIN, NOW, TOO_MUCH);
        order.move(DELIVERED, ADMIN, NOW, TOO_MUCH);
        assertThat(order.invoice().isHeld()).isFalse();

        // The occasion has not passed with that.
        order.moveItem(2, DELIVERED, ADMIN, NOW, ALL);
        assertThat(order.invoice().isHeld()).isTrue();
    }

    /** An imported invoice may be there before the items are packaged. */
    @Test
    void keepsPricesAndAmountsWhileThereIsAnInvoice() {
        RetailOrder order = order(PROCESSING, PROCESSING, PACKAGED);
        order.invoiced(801);

        assertThat(refusal(() -> order.changeItem(1, new LockedOrder.ItemChange(90, 2, 0), ADMIN, NOW)))
                .isEqualTo("invoice-exists");
        assertThat(refusal(() -> order.changeItem(1, new LockedOrder.ItemChange(100, 3, 77), ADMIN, NOW)))
                .isEqualTo("invoice-exists");

        order.uninvoiced(801);
        assertThat(order.changeItem(1, new LockedOrder.ItemChange(90, 2, 0), ADMIN, NOW))
                .isEmpty();
    }

    /** 2 pieces before, which would be too much at the new price, as would be the new pieces at the old one. */
    @ParameterizedTest
    @CsvSource({"100, 9000000000, 1", "4000000000, 1, 10000"})
    void takesPriceAndAmountTogetherThoughOneAloneWouldBeTooMuch(long old, long price, int pieces) {
        RetailOrder order = whole(NEW);
        order.changeItem(1, new LockedOrder.ItemChange(old, 2, 0), ADMIN, NOW);
        order.changeItem(1, new LockedOrder.ItemChange(price, pieces, 77), ADMIN, NOW);

        order.answer(77, null);

        assertThat(order.lines().getFirst().unitPriceMinor()).isEqualTo(price);
        assertThat(order.lines().getFirst().amount()).isEqualTo(pieces);
        assertThat(order).hasFieldOrPropertyWithValue("netMinor", price * pieces + 400);
    }
}
