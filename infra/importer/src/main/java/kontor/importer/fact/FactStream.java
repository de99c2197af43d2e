package kontor.importer.fact;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.source.Community;
import kontor.importer.source.Shelf;
import kontor.importer.source.Table;

/**
 * Puts everything that happened into one order: by time, and never a switch before the thing it switches or before an
 * earlier switch of it. The source lets an admin date a purchase back and a replenishment anew, so a row may carry a
 * time before that of what it follows; it then takes its turn right after it and keeps its own time.
 */
public final class FactStream {

    private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::at)
            .thenComparing(turn -> turn.fact().table() == Table.REPLENISHMENT_REVOKES
                    ? Table.COLLECTION_REVOKES
                    : turn.fact().table())
            .thenComparingLong(Turn::thing)
            .thenComparingInt(Turn::place);

    private final List<Turn> turns = new ArrayList<>();
    private final Map<Table, Map<Long, List<Shelf.Switch>>> switches = new HashMap<>();
    private final Shelf shelf;

    /**
     * When a fact is told.
     *
     * @param at its own time, or that of what it follows if that is later
     * @param thing the row it belongs to, so that the switches of one thing stay together at equal times
     * @param place within the history of that thing
     */
    private record Turn(Instant at, long thing, int place, Fact fact) {}

    private FactStream(Shelf shelf) {
        this.shelf = shelf;
        for (Shelf.Switch row : shelf.switches()) {
            switches.computeIfAbsent(row.table(), table -> new HashMap<>())
                    .computeIfAbsent(row.thingId(), id -> new ArrayList<>())
                    .add(row);
        }
    }

    /** All facts of a community whose references and histories are in order. */
    public static List<Fact> of(Community community) {
        FactStream stream = new FactStream(community.shelf());
        stream.addDeposits();
        stream.addReplenishments();
        stream.addPurchases();
        stream.addStocktakings();
        stream.turns.sort(ORDER);
        return stream.turns.stream().map(Turn::fact).toList();
    }

    private void addDeposits() {
        for (Shelf.Deposit deposit : shelf.deposits()) {
            add(new Fact.Deposited(deposit), byAdmins(historyOf(Table.DEPOSIT_REVOKES, deposit.id())));
        }
    }

    private void addPurchases() {
        for (Shelf.Purchase purchase : shelf.purchases()) {
            long actor = Objects.requireNonNullElse(purchase.adminId(), purchase.userId());
            List<Fact> history = historyOf(Table.PURCHASE_REVOKES, purchase.id()).stream()
                    .<Fact>map(row -> new Fact.Switched(row, actor))
                    .toList();
            add(new Fact.Purchased(purchase), history);
        }
    }

    private void addReplenishments() {
        Map<Long, List<Shelf.Line>> lines = shelf.lines().stream().collect(groupingBy(Shelf.Line::collectionId));
        for (Shelf.Collection collection : shelf.collections()) {
            List<Shelf.Line> own = lines.getOrDefault(collection.id(), List.of());
            List<Shelf.Switch> ofLines = own.stream()
                    .flatMap(line -> historyOf(Table.REPLENISHMENT_REVOKES, line.id()).stream())
                    .sorted(Comparator.comparingLong(Shelf.Switch::id))
                    .toList();
            List<Shelf.Switch> merged =
                    new ReplenishmentHistory(own).merge(historyOf(Table.COLLECTION_REVOKES, collection.id()), ofLines);
            add(new Fact.Replenished(collection, own), byAdmins(merged));
        }
    }

    private void addStocktakings() {
        Map<Long, List<Shelf.Count>> counts = shelf.counts().stream().collect(groupingBy(Shelf.Count::stocktakingId));
        for (Shelf.Stocktaking stocktaking : shelf.stocktakings()) {
            add(
                    new Fact.Counted(stocktaking, counts.getOrDefault(stocktaking.id(), List.of())),
                    byAdmins(historyOf(Table.STOCKTAKING_REVOKES, stocktaking.id())));
        }
    }

    private List<Shelf.Switch> historyOf(Table table, long thing) {
        return switches.getOrDefault(table, Map.of()).getOrDefault(thing, List.of());
    }

    private static List<Fact> byAdmins(List<Shelf.Switch> history) {
        return history.stream()
                .<Fact>map(row -> new Fact.Switched(row, Objects.requireNonNull(row.adminId())))
                .toList();
    }

    private void add(Fact thing, List<Fact> history) {
        Instant turn = thing.at();
        turns.add(new Turn(turn, thing.id(), 0, thing));
        int place = 1;
        for (Fact change : history) {
            turn = change.at().isAfter(turn) ? change.at() : turn;
            turns.add(new Turn(turn, thing.id(), place++, change));
        }
    }
}
