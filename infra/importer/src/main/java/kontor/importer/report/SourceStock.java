package kontor.importer.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kontor.importer.source.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * The theoretical stock of one product, as the source shows it and by the rule C-14. They differ where the source is at
 * fault: it counts pieces of revoked replenishments, starts from the stocktaking that was entered last even if another
 * is newer, and overlooks what happened in the very second of the stocktaking.
 *
 * @param counts of stocktakings that are not revoked
 * @param purchases that are not revoked
 * @param lines of replenishments that are not revoked as a whole
 */
record SourceStock(List<Base> counts, List<Shelf.Purchase> purchases, List<Brought> lines) {

    /** A count with its stocktaking. */
    record Base(Shelf.Count count, Shelf.Stocktaking stocktaking) {}

    /** A line with its replenishment. */
    record Brought(Shelf.Line line, Shelf.Collection collection) {}

    SourceStock() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** What the source shows. */
    long shown() {
        @Nullable Base base = enteredLast();
        long stock = base == null ? 0 : base.count().count();
        for (Shelf.Purchase purchase : purchases) {
            if (base == null
                    || purchase.at().isCountedFrom(base.stocktaking().at().at())) {
                stock -= purchase.amount();
            }
        }
        for (Brought brought : lines) {
            if (base == null
                    || brought.collection()
                            .at()
                            .isCountedFrom(base.stocktaking().at().at())) {
                stock += brought.line().amount();
            }
        }
        return stock;
    }

    /** What it is by C-14 and C-15. */
    long right() {
        return fromNewest(false);
    }

    /** Why the two differ; empty if they do not. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        @Nullable Base last = enteredLast();
        @Nullable Base newest = newest();
        if (last != null && newest != null && !last.equals(newest)) {
            reasons.add("the source starts from stocktaking %d, which was entered last, and not from %d, which is newer"
                    .formatted(last.stocktaking().id(), newest.stocktaking().id()));
        }
        long revoked = fromNewest(true) - fromNewest(false);
        if (revoked != 0) {
            reasons.add("the source counts %d pieces of replenishments that were revoked".formatted(revoked));
        }
        if (newest != null && hasEqualSecond(newest)) {
            reasons.add("the source overlooks what happened in the same second as the stocktaking");
        }
        return reasons;
    }

    private long fromNewest(boolean withRevokedLines) {
        @Nullable Base base = newest();
        long stock = base == null ? 0 : base.count().count();
        for (Shelf.Purchase purchase : purchases) {
            if (base == null || isFrom(base, purchase.at().at())) {
                stock -= purchase.amount();
            }
        }
        for (Brought brought : lines) {
            boolean isCounted = withRevokedLines || !brought.line().revoked();
            if (isCounted
                    && (base == null || isFrom(base, brought.collection().at().at()))) {
                stock += brought.line().amount();
            }
        }
        return stock;
    }

    private static boolean isFrom(Base base, Instant at) {
        return !at.isBefore(base.stocktaking().at().at());
    }

    private boolean hasEqualSecond(Base base) {
        Instant start = base.stocktaking().at().at();
        return purchases.stream()
                        .anyMatch(purchase -> purchase.at().at().equals(start)
                                && !purchase.at().hasFraction())
                || lines.stream()
                        .anyMatch(brought -> brought.collection().at().at().equals(start)
                                && !brought.collection().at().hasFraction());
    }

    private @Nullable Base enteredLast() {
        return counts.stream()
                .max(Comparator.comparingLong(base -> base.count().id()))
                .orElse(null);
    }

    private @Nullable Base newest() {
        return counts.stream()
                .max(Comparator.comparing((Base base) -> base.stocktaking().at().at())
                        .thenComparingLong(base -> base.stocktaking().id()))
                .orElse(null);
    }
}
