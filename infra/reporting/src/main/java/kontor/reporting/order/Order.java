package kontor.reporting.order;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands.
 *
 * @param now null as long as only others speak of it
 * @param newAt when it was placed for good
 * @param rejection problem code
 * @param invoices net of those that are live, by id
 * @param held pieces held of the stock, by item
 */
public record Order(
        @Nullable Content now,
        boolean imported,
        @Nullable Instant newAt,
        @Nullable String rejection,
        Map<Long, Long> invoices,
        Map<Long, Long> held) {

    static final Order UNKNOWN = new Order(null, false, null, null, Map.of(), Map.of());

    /** What is used of every event that tells the whole order. */
    public record Content(
            String status, Instant placedAt, @Nullable Instant deliveredAt, List<Item> items) {

        List<Item> live() {
            return items.stream()
                    .filter(item -> !item.status().equals("CANCELLED"))
                    .toList();
        }

        long netMinor() {
            return live().stream().mapToLong(Item::netMinor).sum();
        }
    }

    /** A line. */
    public record Item(long orderItemId, long productId, long amount, long unitPriceMinor, String status) {

        long netMinor() {
            return Math.multiplyExact(amount, unitPriceMinor);
        }
    }

    Order now(Content content, boolean taken) {
        return new Order(content, taken, newAt, rejection, invoices, held);
    }

    Order placed(Instant at) {
        return new Order(now, imported, at, rejection, invoices, held);
    }

    Order rejected(String code) {
        return new Order(now, imported, newAt, code, invoices, held);
    }

    Order invoiced(long invoiceId, long netMinor) {
        Map<Long, Long> more = new TreeMap<>(invoices);
        more.put(invoiceId, netMinor);
        return new Order(now, imported, newAt, rejection, more, held);
    }

    Order uninvoiced(long invoiceId) {
        Map<Long, Long> fewer = new TreeMap<>(invoices);
        fewer.remove(invoiceId);
        return new Order(now, imported, newAt, rejection, fewer, held);
    }

    Order holds(Map<Long, Long> pieces) {
        return new Order(now, imported, newAt, rejection, invoices, pieces);
    }

    Order holdsMore(List<Orders.Held> lines) {
        Map<Long, Long> more = new HashMap<>(held);
        lines.forEach(line -> more.put(line.orderItemId(), line.quantity()));
        return holds(more);
    }

    Order holdsLess(List<Orders.Held> lines) {
        Map<Long, Long> fewer = new HashMap<>(held);
        lines.forEach(line -> fewer.remove(line.orderItemId()));
        return holds(fewer);
    }
}
