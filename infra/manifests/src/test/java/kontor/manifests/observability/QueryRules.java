package kontor.manifests.observability;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import kontor.manifests.observability.promql.Query;
import kontor.manifests.observability.promql.Query.Aggregate;
import kontor.manifests.observability.promql.Query.Binary;
import kontor.manifests.observability.promql.Query.Selector;

/** Queries ask for what there is. One that does not is no error to Prometheus: it answers nothing, for ever. */
final class QueryRules {

    static final WatchRule READABLE = new WatchRule(
            "every query can be read",
            watch -> watch.asked().flatMap(asked -> {
                try {
                    asked.query();
                    return Stream.empty();
                } catch (IllegalArgumentException unreadable) {
                    return Stream.of("%s: %s".formatted(asked.where(), unreadable.getMessage()));
                }
            }));

    static final WatchRule KNOWN = new WatchRule(
            "every metric is exported, with these labels",
            watch -> watch.read()
                    .flatMap(read -> Stream.concat(
                                    read.query().selectors().flatMap(selector -> strangers(watch.metrics(), selector)),
                                    read.query().all().flatMap(part -> strangers(watch.metrics(), part)))
                            .map(fault -> "%s: %s".formatted(read.asked().where(), fault))));

    static final WatchRule MATCHED = new WatchRule(
            "both sides of a comparison have the same labels",
            watch -> watch.read()
                    .flatMap(read -> read.query()
                            .all()
                            .filter(part -> part instanceof Binary binary && !binary.isMatched(watch.metrics()::of))
                            .map(part -> "%s: the sides of %s never meet"
                                    .formatted(read.asked().where(), ((Binary) part).operator()))));

    static final WatchRule SHOWN = new WatchRule(
            "every label that is shown comes out of the query",
            watch -> watch.read().flatMap(read -> {
                Set<String> there = read.query().labels(watch.metrics()::of);
                return read.asked().shownLabels().stream()
                        .filter(label -> !there.contains(label))
                        .map(label -> "%s shows %s, and has it not"
                                .formatted(read.asked().where(), label));
            }));

    private QueryRules() {}

    private static Stream<String> strangers(Metrics metrics, Selector selector) {
        if (!metrics.has(selector.metric())) {
            return Stream.of("nobody exports " + selector.metric());
        }
        return selector.matchers().stream()
                .filter(matcher -> !metrics.of(selector.metric()).contains(matcher.label()))
                .map(matcher -> "%s has no label %s".formatted(selector.metric(), matcher.label()));
    }

    /** What is summed by must be a label of what is summed. */
    private static Stream<String> strangers(Metrics metrics, Query part) {
        if (!(part instanceof Aggregate aggregate)) {
            return Stream.empty();
        }
        Set<String> there = new HashSet<>();
        aggregate.parts().forEach(inner -> there.addAll(inner.labels(metrics::of)));
        return aggregate.by().orElse(Set.of()).stream()
                .filter(label -> !there.contains(label))
                .map(label -> "there is no %s to make a %s by".formatted(label, aggregate.operator()));
    }
}
