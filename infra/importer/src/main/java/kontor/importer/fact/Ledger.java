package kontor.importer.fact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/**
 * What the facts make of the members' credit, in minor units, as they come: a small copy of the rules L-5, L-19 and
 * L-20.
 */
public final class Ledger {

    private final Map<Long, Long> credits = new HashMap<>();
    private final Map<Long, Shelf.Deposit> deposits = new HashMap<>();
    private final Map<Long, Shelf.Purchase> purchases = new HashMap<>();
    private final Map<Long, Replenishment> replenishments = new HashMap<>();
    private final Map<Long, Replenishment> lines = new HashMap<>();

    /**
     * A member's credit after a fact.
     *
     * @param changed what the fact moved, without its sign
     */
    public record Change(long userId, long changed, long credit) {}

    /** A replenishment as it stands. */
    private static final class Replenishment {

        private final Fact.Replenished fact;
        private final Set<Long> revokedLines = new HashSet<>();
        private boolean revoked;

        Replenishment(Fact.Replenished fact) {
            this.fact = fact;
        }

        void apply(Shelf.Switch row) {
            if (row.table() == Table.COLLECTION_REVOKES) {
                revoked = row.revoked();
            } else if (row.revoked()) {
                revokedLines.add(row.thingId());
            } else {
                revokedLines.remove(row.thingId());
            }
        }

        long effective() {
            return revoked
                    ? 0
                    : fact.lines().stream()
                            .filter(line -> !revokedLines.contains(line.id()))
                            .mapToLong(Shelf.Line::totalPriceMinor)
                            .sum();
        }
    }

    public Map<Long, Long> credits() {
        return Map.copyOf(credits);
    }

    /** Stocktakings move no money: their member is nobody. */
    public Change apply(Fact fact) {
        return switch (fact) {
            case Fact.Deposited(Shelf.Deposit deposit) -> {
                deposits.put(deposit.id(), deposit);
                yield book(deposit.userId(), deposit.amountMinor());
            }
            case Fact.Purchased(Shelf.Purchase purchase) -> {
                purchases.put(purchase.id(), purchase);
                yield book(purchase.userId(), -cost(purchase));
            }
            case Fact.Replenished replenished -> {
                Replenishment made = new Replenishment(replenished);
                replenishments.put(replenished.id(), made);
                replenished.lines().forEach(line -> lines.put(line.id(), made));
                yield book(replenished.collection().sellerId(), made.effective());
            }
            case Fact.Counted counted -> new Change(0, 0, 0);
            case Fact.Switched(Shelf.Switch row, long actor) -> apply(row);
        };
    }

    private Change apply(Shelf.Switch row) {
        int sign = row.revoked() ? -1 : 1;
        return switch (row.table()) {
            case DEPOSIT_REVOKES -> {
                Shelf.Deposit deposit = known(deposits, row);
                yield book(deposit.userId(), sign * deposit.amountMinor());
            }
            case PURCHASE_REVOKES -> {
                Shelf.Purchase purchase = known(purchases, row);
                yield book(purchase.userId(), -sign * cost(purchase));
            }
            case COLLECTION_REVOKES -> apply(known(replenishments, row), row);
            case REPLENISHMENT_REVOKES -> apply(known(lines, row), row);
            default -> new Change(0, 0, 0);
        };
    }

    private Change apply(Replenishment made, Shelf.Switch row) {
        long before = made.effective();
        made.apply(row);
        return book(made.fact.collection().sellerId(), made.effective() - before);
    }

    private static <T> T known(Map<Long, T> things, Shelf.Switch row) {
        return Objects.requireNonNull(things.get(row.thingId()));
    }

    private static long cost(Shelf.Purchase purchase) {
        return purchase.unitPriceMinor() * purchase.amount();
    }

    private Change book(long user, long amount) {
        return new Change(user, Math.abs(amount), credits.merge(user, amount, Long::sum));
    }
}
