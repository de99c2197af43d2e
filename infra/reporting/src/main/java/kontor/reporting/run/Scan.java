package kontor.reporting.run;

import java.util.SortedMap;

/** Looks into what is kept. */
public interface Scan {

    /** What is kept in a store under keys that begin so. */
    <V> SortedMap<String, V> of(String store, String beginning, Class<V> type);
}
