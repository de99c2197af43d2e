package kontor.importer.calls;

import java.util.EnumMap;
import java.util.Map;
import kontor.importer.source.Table;

/** How many rows of each table met which outcome. */
public final class Tally {

    /** What became of a row that was sent. */
    public enum Outcome {
        /** It is new in the shop. */
        CREATED,
        /** The shop had a thing of that name, which now has its external id too. */
        MATCHED,
        /** It was imported before. */
        UNCHANGED
    }

    private final Map<Table, Map<Outcome, Integer>> counts = new EnumMap<>(Table.class);

    public void add(Table table, Outcome outcome, int rows) {
        counts.computeIfAbsent(table, key -> new EnumMap<>(Outcome.class)).merge(outcome, rows, Integer::sum);
    }

    public int of(Table table, Outcome outcome) {
        return counts.getOrDefault(table, Map.of()).getOrDefault(outcome, 0);
    }

    /** Whether nothing was new. */
    public boolean isUnchanged() {
        return counts.values().stream()
                .allMatch(outcomes -> outcomes.keySet().stream().allMatch(Outcome.UNCHANGED::equals));
    }
}
