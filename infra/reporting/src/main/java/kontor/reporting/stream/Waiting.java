package kontor.reporting.stream;

import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of one key that came before their turn, by version. Immutable. */
record Waiting(SortedMap<Long, Told> facts) {

    /** More would mean that records were lost: somebody has to look. */
    private static final int MOST = 1_000;

    static final Waiting NONE = new Waiting(new TreeMap<>());

    Waiting with(Told fact) {
        SortedMap<Long, Told> more = new TreeMap<>(facts);
        more.put(fact.version(), fact);
        if (more.size() > MOST) {
            throw new IllegalStateException("Too much waits for what does not come before %s %s version %d."
                    .formatted(fact.topic(), fact.key(), facts.firstKey()));
        }
        return new Waiting(more);
    }

    Waiting from(long version) {
        return new Waiting(new TreeMap<>(facts.tailMap(version)));
    }
}
