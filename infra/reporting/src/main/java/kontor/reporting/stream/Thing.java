package kontor.reporting.stream;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.platform.messaging.EventJson;
import kontor.platform.messaging.Message;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Subject;

/**
 * A thing that facts are about, as it is kept.
 *
 * @param state JSON of the subject's state
 * @param added what it adds now, by place
 */
public record Thing(String state, Map<String, List<Long>> added) {

    static <S> Thing unknown(Subject<S> subject) {
        return new Thing(EventJson.write(subject.begin()), Map.of());
    }

    <S> Thing after(Subject<S> subject, String id, Message fact) {
        S next = subject.apply(id, EventJson.read(state, subject.type()), fact);
        Map<String, List<Long>> adds = new HashMap<>();
        for (Contribution contribution : subject.contributions(id, next)) {
            adds.merge(contribution.place(), contribution.values(), Thing::plus);
        }
        return new Thing(EventJson.write(next), adds);
    }

    /** What is to be added to the sums so that they hold this instead of what the thing added before. */
    Map<String, List<Long>> since(Thing before) {
        Set<String> places = new HashSet<>(added.keySet());
        places.addAll(before.added.keySet());
        Map<String, List<Long>> differences = new HashMap<>();
        for (String place : places) {
            List<Long> difference = Stream.of(before.added.getOrDefault(place, List.of()))
                    .map(values -> values.stream().map(value -> -value).toList())
                    .map(negative -> plus(added.getOrDefault(place, List.of()), negative))
                    .findFirst()
                    .orElseThrow();
            if (difference.stream().anyMatch(value -> value != 0)) {
                differences.put(place, difference);
            }
        }
        return differences;
    }

    /** Exact: a sum beyond 64 bits is no figure but a fault. The shorter list counts as filled up with zeros. */
    static List<Long> plus(List<Long> one, List<Long> other) {
        return IntStream.range(0, Math.max(one.size(), other.size()))
                .mapToObj(i -> Math.addExact(i < one.size() ? one.get(i) : 0, i < other.size() ? other.get(i) : 0))
                .toList();
    }
}
