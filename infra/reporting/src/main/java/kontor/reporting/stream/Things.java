package kontor.reporting.stream;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Subject;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Applies facts to the things they are about, and passes on by how much the sums change. */
public final class Things implements Processor<String, Told, String, Difference> {

    private final Map<String, Subject<?>> subjects;
    private @Nullable ProcessorContext<String, Difference> context;

    Things(List<Subject<?>> subjects) {
        this.subjects = subjects.stream().collect(Collectors.toMap(Subject::name, Function.identity()));
    }

    /** Where a thing is kept. */
    static String key(Subject<?> subject, String id) {
        return prefix(subject) + id;
    }

    public static String prefix(Subject<?> subject) {
        return subject.name() + Figure.SEPARATOR;
    }

    @Override
    public void init(ProcessorContext<String, Difference> given) {
        context = given;
    }

    @Override
    public void process(Record<String, Told> record) {
        int end = record.key().indexOf(Figure.SEPARATOR);
        Subject<?> subject = Objects.requireNonNull(
                subjects.get(record.key().substring(0, end)), "A subject is gone: the figures have to be rebuilt.");
        String id = record.key().substring(end + 1);
        Thing before = Optional.ofNullable(things().get(record.key())).orElseGet(() -> Thing.unknown(subject));
        Thing after = before.after(subject, id, record.value().message());
        things().put(record.key(), after);
        after.since(before)
                .forEach((place, values) ->
                        context().forward(new Record<>(place, new Difference(values), record.timestamp())));
    }

    private KeyValueStore<String, Thing> things() {
        return context().getStateStore(Stores.THINGS);
    }

    private ProcessorContext<String, Difference> context() {
        return Objects.requireNonNull(context, "not initialised");
    }
}
