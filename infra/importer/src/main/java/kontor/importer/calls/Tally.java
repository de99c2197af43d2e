package kontor.importer.calls;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import kontor.importer.source.Titled;

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

    private final Map<Titled, Map<Outcome, Integer>> counts = new HashMap<>();

    public void add(Titled table, Outcome outcome, int rows) {
        counts.computeIfAbsent(table, key -> new EnumMap<>(Outcome.class)).merge(outcome, rows, Integer::sum);
    }

    public int of(Titled table, Outcome outcome) {
        return counts.getOrDefault(table, Map.of()).getOrDefault(outcome, 0);
    }

    /** Whether nothing was new. */
    public boolean isUnchanged() {
        return counts.values().stream()
                .allMatch(outcomes -> outcomes.keySet().stream().allMatch(Outcome.UNCHANGED::equals));
    }
}
