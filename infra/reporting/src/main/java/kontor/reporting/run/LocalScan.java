package kontor.reporting.run;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kontor.platform.rejection.Unavailable;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Looks into the stores of this instance. */
public record LocalScan(Function<String, ReadOnlyKeyValueStore<String, Object>> stores) implements Scan {

    @Override
    public <V> SortedMap<String, V> of(String store, String beginning, Class<V> type) {
        SortedMap<String, V> found = new TreeMap<>();
        try (KeyValueIterator<String, Object> rows = rows(stores.apply(store), beginning)) {
            while (rows.hasNext()) {
                KeyValue<String, Object> row = rows.next();
                found.put(row.key, type.cast(row.value));
            }
        } catch (InvalidStateStoreException elsewhere) {
            // Partitions are moving between instances.
            throw new Unavailable("Reporting");
        }
        return found;
    }

    /** A scan for no prefix fails in a store with a cache. */
    private static KeyValueIterator<String, Object> rows(
            ReadOnlyKeyValueStore<String, Object> store, String beginning) {
        return beginning.isEmpty() ? store.all() : store.prefixScan(beginning, new StringSerializer());
    }
}
