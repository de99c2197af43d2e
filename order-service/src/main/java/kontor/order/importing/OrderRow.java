package kontor.order.importing;

import static kontor.order.money.Range.MOST_MINOR;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import kontor.platform.web.Text;

/**
 * An order of another shop; its items are numbered as they come.
 *
 * @param customerSiteId a site here, whose customer has ordered
 * @param paymentMethodId a method here, active or not
 */
record OrderRow(
        @NotNull @Text(max = 40) String externalId,
        @NotNull Instant placedAt,
        @NotNull Instant deadline,
        @NotNull Long customerSiteId,
        @NotNull Long paymentMethodId,
        @NotNull Standing status,
        @NotNull @Size(min = 1, max = ITEMS_MOST) List<@NotNull @Valid ItemRow> items) {

    private static final int ITEMS_MOST = 100;

    /** An item at the price it had there; net, minor units. */
    record ItemRow(
            @NotNull @Text(max = 40) String externalId,
            @NotNull Long productId,
            @NotNull @Min(1) @Max(PIECES_MOST) Integer amount,
            @NotNull @Min(0) @Max(MOST_MINOR) Long unitPriceMinor,
            @NotNull Standing status) {

        private static final long PIECES_MOST = 10_000;

        boolean isKept() {
            return status != Standing.CANCELLED;
        }

        long netMinor() {
            return Math.multiplyExact(unitPriceMinor, (long) amount);
        }
    }

    /** Items that are not cancelled. */
    List<ItemRow> kept() {
        return items.stream().filter(ItemRow::isKept).toList();
    }
}
