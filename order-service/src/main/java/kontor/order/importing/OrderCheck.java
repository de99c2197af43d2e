package kontor.order.importing;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import kontor.order.importing.OrderRow.ItemRow;
import kontor.order.product.Totals;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.rejection.WrongOrder;
import org.springframework.stereotype.Component;

/**
 * Judges rows of orders. They are taken as they are (G-40); only what names nothing, is still to come, or comes to more
 * money than possible cannot be.
 */
@Component
class OrderCheck {

    private final OrderReferences references;
    private final Clock clock;

    OrderCheck(OrderReferences references, Clock clock) {
        this.references = references;
        this.clock = clock;
    }

    /**
     * Refuses the first row at fault.
     *
     * @param rows by their place in the request
     */
    OrderNames judge(String source, SortedMap<Integer, OrderRow> rows) {
        OrderNames names = references.of(source, rows.values());
        Instant now = clock.instant();
        Set<String> takenItems = new HashSet<>(names.takenItems());
        rows.forEach((no, row) -> {
            String pointer = "/orders/" + no;
            requireTimes(row, now, pointer);
            if (!names.sites().containsKey(row.customerSiteId())) {
                throw new UnknownReference(pointer + "/customerSiteId");
            }
            if (!names.methods().containsKey(row.paymentMethodId())) {
                throw new UnknownReference(pointer + "/paymentMethodId");
            }
            requireItems(row, names, takenItems, pointer);
            requireTotal(row, names, pointer);
        });
        return names;
    }

    private static void requireTimes(OrderRow row, Instant now, String pointer) {
        if (row.placedAt().isAfter(now)) {
            throw new RowRefused(pointer + "/placedAt", new InFuture());
        }
        if (row.deadline().isBefore(row.placedAt())) {
            throw new RowRefused(pointer + "/deadline", new WrongOrder());
        }
    }

    private static void requireItems(OrderRow row, OrderNames names, Set<String> taken, String order) {
        for (int i = 0; i < row.items().size(); i++) {
            ItemRow item = row.items().get(i);
            String pointer = "%s/items/%d".formatted(order, i);
            if (!taken.add(item.externalId())) {
                throw new RowRefused(pointer + "/externalId", new Duplicate("The external id"));
            }
            if (!names.percentages().containsKey(item.productId())) {
                throw new UnknownReference(pointer + "/productId");
            }
        }
    }

    private static void requireTotal(OrderRow row, OrderNames names, String pointer) {
        try {
            Totals.of(row.kept().stream()
                            .map(item -> new Totals.Line(
                                    item.netMinor(),
                                    Objects.requireNonNull(names.percentages().get(item.productId()))))
                            .toList())
                    .requireInRange();
        } catch (AmountOutOfRange tooMuch) {
            throw new RowRefused(pointer + "/items", tooMuch);
        }
    }
}
