package kontor.reporting.run;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.platform.messaging.EventJson;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Newest;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Subject;
import kontor.reporting.figure.Sum;
import kontor.reporting.stream.Aside;
import kontor.reporting.stream.State;
import kontor.reporting.stream.Stores;
import kontor.reporting.stream.Thing;
import kontor.reporting.stream.Things;
import kontor.reporting.stream.Total;
import org.jspecify.annotations.Nullable;

/** Reads what the topology keeps, in the terms of figures. */
public record Kept(Scan scan) implements Reading {

    @Override
    public List<Sum> sums(Figure figure, Object... beginning) {
        String prefix = Stream.concat(Stream.of(figure.name()), Arrays.stream(beginning))
                .map(part -> part + Figure.SEPARATOR)
                .collect(Collectors.joining());
        if (beginning.length == figure.keys().size()) {
            // The last part of a key has no separator behind it.
            String whole = prefix.substring(0, prefix.length() - 1);
            return sums(figure, scan.of(Stores.TOTALS, whole, Total.class)).stream()
                    .filter(sum -> sum.key()
                            .equals(Arrays.stream(beginning)
                                    .map(Object::toString)
                                    .toList()))
                    .toList();
        }
        return sums(figure, scan.of(Stores.TOTALS, prefix, Total.class));
    }

    @Override
    public <S> Map<String, S> states(Subject<S> subject) {
        String prefix = Things.prefix(subject);
        Map<String, S> states = new LinkedHashMap<>();
        scan.of(Stores.THINGS, prefix, Thing.class)
                .forEach((key, thing) ->
                        states.put(key.substring(prefix.length()), EventJson.read(thing.state(), subject.type())));
        return states;
    }

    @Override
    public <T> Map<String, T> newest(Newest<T> topic) {
        Map<String, T> newest = new LinkedHashMap<>();
        scan.of(topic.topic(), "", State.class).forEach((id, state) -> {
            @Nullable String body = state.body();
            if (body != null) {
                newest.put(id, EventJson.read(body, topic.type()));
            }
        });
        return newest;
    }

    /** The records that could not be read, whose keys have stopped. */
    public Collection<Aside> aside() {
        return scan.of(Stores.ASIDE, "", Aside.class).values();
    }

    private static List<Sum> sums(Figure figure, Map<String, Total> totals) {
        return totals.entrySet().stream()
                .map(row -> sum(figure, row.getKey(), row.getValue()))
                .toList();
    }

    private static Sum sum(Figure figure, String place, Total total) {
        List<String> parts = List.of(place.split(Figure.SEPARATOR, -1));
        return new Sum(figure, parts.subList(1, parts.size()), total.values(), total.changed());
    }
}
