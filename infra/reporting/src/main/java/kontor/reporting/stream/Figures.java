package kontor.reporting.stream;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.figure.Newest;
import kontor.reporting.figure.Subject;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;

/**
 * What is computed, and the way from the topics to the sums: facts in their order, to the things they are about, to the
 * figures these add to. Between the steps lies an internal topic, so that each is spread by its own key.
 */
public record Figures(List<Subject<?>> subjects, List<Newest<?>> newest) {

    private static final String FACTS = "facts";
    private static final String DIFFERENCES = "differences";

    public Figures {
        requireUnique(subjects.stream().map(Subject::name));
        requireUnique(subjects.stream()
                .flatMap(subject -> subject.figures().stream())
                .distinct()
                .map(Figure::name));
    }

    /** All figures, each once. */
    public List<Figure> all() {
        return Stream.concat(Stream.of(Mismatch.FIGURE), subjects.stream().flatMap(s -> s.figures().stream()))
                .distinct()
                .toList();
    }

    /** The fact topics that are read. */
    public Set<String> topics() {
        return subjects.stream()
                .flatMap(subject -> subject.topics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The internal topics on the way, which are emptied as they are read. */
    public static List<String> between(String application) {
        return Stream.of(FACTS, DIFFERENCES)
                .map(name -> "%s-%s-repartition".formatted(application, name))
                .toList();
    }

    /** Local copies are on disk: a start has to fetch only what is newer. */
    public Topology topology() {
        return topology(org.apache.kafka.streams.state.Stores::persistentKeyValueStore);
    }

    public Topology topology(Function<String, KeyValueBytesStoreSupplier> place) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.of(place.apply(Stores.REACHED), Serdes.Long()));
        builder.addStateStore(Stores.of(place.apply(Stores.WAITING), new Json<>(Waiting.class)));
        builder.addStateStore(Stores.of(place.apply(Stores.ASIDE), new Json<>(Aside.class)));
        builder.addStateStore(Stores.of(place.apply(Stores.THINGS), new Json<>(Thing.class)));
        builder.addStateStore(Stores.of(place.apply(Stores.TOTALS), new Json<>(Total.class)));
        builder.stream(topics(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(() -> new InOrder(subjects), Stores.REACHED, Stores.WAITING, Stores.ASIDE)
                .repartition(Repartitioned.<String, Told>as(FACTS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new Json<>(Told.class)))
                .process(() -> new Things(subjects), Stores.THINGS)
                .repartition(Repartitioned.<String, Difference>as(DIFFERENCES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(new Json<>(Difference.class)))
                .process(Totals::new, Stores.TOTALS);
        for (Newest<?> states : newest) {
            builder.addGlobalStore(
                    Stores.states(place.apply(states.topic())),
                    states.topic(),
                    Consumed.with(Serdes.String(), Serdes.ByteArray()),
                    () -> new NewestStates(states.topic()));
        }
        return builder.build();
    }

    private static void requireUnique(Stream<String> names) {
        names.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .forEach((name, times) -> {
                    if (times > 1) {
                        throw new IllegalArgumentException("Two are named %s.".formatted(name));
                    }
                });
    }
}
