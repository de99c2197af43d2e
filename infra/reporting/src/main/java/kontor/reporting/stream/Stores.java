package kontor.reporting.stream;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** What is kept, by name: each as a local copy and, whole, as a compacted topic. */
final class Stores {

    static final String REACHED = "reached";
    static final String WAITING = "waiting";
    static final String ASIDE = "aside";
    static final String THINGS = "things";
    static final String TOTALS = "totals";

    private Stores() {}

    static <V> StoreBuilder<KeyValueStore<String, V>> of(String name, Serde<V> values) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled();
    }

    /** Kept by every instance, from the state topic itself. */
    static StoreBuilder<KeyValueStore<String, State>> states(String topic) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(topic),
                        Serdes.String(),
                        new Json<>(State.class))
                .withLoggingDisabled();
    }
}
