package kontor.reporting.stream;

import kontor.platform.rejection.NotFound;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/** What is kept, by name: each as a local copy and, whole, as a compacted topic. */
public final class Stores {

    static final String REACHED = "reached";
    static final String WAITING = "waiting";
    public static final String ASIDE = "aside";
    public static final String THINGS = "things";
    public static final String TOTALS = "totals";

    /** State topics are kept whole by every instance under their own names. */
    private static final String WHOLE = "kontor.";

    private Stores() {}

    public static boolean isWhole(String store) {
        return store.startsWith(WHOLE);
    }

    /** How the values of a store are told to another instance. */
    public static Class<?> type(String store) {
        return switch (store) {
            case ASIDE -> Aside.class;
            case THINGS -> Thing.class;
            case TOTALS -> Total.class;
            default -> throw new NotFound();
        };
    }

    static <V> StoreBuilder<KeyValueStore<String, V>> of(KeyValueBytesStoreSupplier place, Serde<V> values) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(place, Serdes.String(), values)
                .withCachingEnabled();
    }

    /** Kept by every instance, from the state topic itself. */
    static StoreBuilder<KeyValueStore<String, State>> states(KeyValueBytesStoreSupplier place) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        place, Serdes.String(), new Json<>(State.class))
                .withLoggingDisabled();
    }
}
