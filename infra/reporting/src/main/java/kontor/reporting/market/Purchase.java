package kontor.reporting.market;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kontor.reporting.ledger.Posted;
import org.jspecify.annotations.Nullable;

/**
 * A purchase between members as it stands.
 *
 * @param now null as long as only others speak of it
 * @param adjustments by id
 * @param evaluations by side
 * @param bookedMinor sum of the entries of its transfers, by account
 * @param booked what the ledger moved for each adjustment
 * @param held pieces held, by listing
 */
public record Purchase(
        @Nullable Terms now,
        Map<Long, Adjustment> adjustments,
        Map<String, Evaluation> evaluations,
        Map<String, Long> bookedMinor,
        Map<Long, Moved> booked,
        Map<Long, Long> held) {

    static final Purchase UNKNOWN = new Purchase(null, Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** What is used of every event that tells the whole purchase. */
    public record Terms(
            UUID buyerId,
            UUID sellerId,
            String status,
            long goodsMinor,
            long shippingMinor,
            long totalMinor,
            @Nullable Instant openedAt,
            @Nullable Instant paidAt,
            @Nullable Instant shippedAt,
            @Nullable Instant doneAt,
            @Nullable Instant cancelledAt) {}

    /** What is used of AdjustmentMade. */
    public record Adjustment(long adjustmentId, String direction, long valueMinor, Instant at) {

        long ofBuyer() {
            return direction.equals("REFUND") ? -valueMinor : valueMinor;
        }
    }

    /** What is used of AdjustmentBooked. */
    public record Moved(long adjustmentId, long escrowMinor, long sellerMinor, long buyerMinor) {}

    /** What is used of PurchaseEvaluated; the parts are the buyer's. */
    public record Evaluation(
            String side,
            UUID memberId,
            long level,
            @Nullable Long levelPack,
            @Nullable Long levelGoods,
            Instant at) {}

    Purchase now(Terms terms) {
        return new Purchase(terms, adjustments, evaluations, bookedMinor, booked, held);
    }

    Purchase adjusted(Adjustment adjustment) {
        Map<Long, Adjustment> more = new TreeMap<>(adjustments);
        more.put(adjustment.adjustmentId(), adjustment);
        return new Purchase(now, more, evaluations, bookedMinor, booked, held);
    }

    Purchase evaluated(Evaluation evaluation) {
        Map<String, Evaluation> more = new TreeMap<>(evaluations);
        more.put(evaluation.side(), evaluation);
        return new Purchase(now, adjustments, more, bookedMinor, booked, held);
    }

    Purchase posted(Posted posted) {
        Map<String, Long> more = new TreeMap<>(bookedMinor);
        posted.entries()
                .forEach(entry ->
                        more.merge(entry.accountKind() + " " + entry.owner(), entry.amountMinor(), Math::addExact));
        return new Purchase(now, adjustments, evaluations, more, booked, held);
    }

    Purchase booked(Moved moved) {
        Map<Long, Moved> more = new TreeMap<>(booked);
        more.put(moved.adjustmentId(), moved);
        return new Purchase(now, adjustments, evaluations, bookedMinor, more, held);
    }

    Purchase holds(List<Purchases.Held> lines, boolean still) {
        Map<Long, Long> pieces = new HashMap<>(held);
        for (Purchases.Held line : lines) {
            if (still) {
                pieces.put(line.listingId(), line.quantity());
            } else {
                pieces.remove(line.listingId());
            }
        }
        return new Purchase(now, adjustments, evaluations, bookedMinor, booked, pieces);
    }

    /** On accounts whose name begins so, adjustments not included. */
    long on(String account) {
        return bookedMinor.entrySet().stream()
                .filter(one -> one.getKey().startsWith(account))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
