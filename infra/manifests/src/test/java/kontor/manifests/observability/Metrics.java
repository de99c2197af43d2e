package kontor.manifests.observability;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which metrics there are, with the labels each may have. */
record Metrics(Map<String, Set<String>> labels) {

    private static final Pattern METRIC =
            Pattern.compile("^([a-zA-Z_][a-zA-Z0-9_]*)(?:\\{([a-z_,]+)})?$", Pattern.MULTILINE);

    /** Of where it was looked at, which each metric gets. */
    private static final Set<String> OF_THE_TARGET = Set.of("job", "instance", "kontor_service");

    /** One a line, {@code name{label,label}}. */
    static Metrics read(Path list) {
        return new Metrics(
                METRIC.matcher(Watch.text(list)).results().collect(toMap(metric -> metric.group(1), Metrics::labels)));
    }

    private static Set<String> labels(MatchResult metric) {
        Set<String> labels = new HashSet<>(OF_THE_TARGET);
        if (metric.group(2) != null) {
            labels.addAll(Set.of(metric.group(2).split(",", -1)));
        }
        return labels;
    }

    Metrics and(Metrics others) {
        Map<String, Set<String>> both = new HashMap<>(labels);
        both.putAll(others.labels);
        return new Metrics(both);
    }

    Metrics and(String metric, Set<String> itsLabels) {
        return and(new Metrics(Map.of(metric, itsLabels)));
    }

    boolean has(String metric) {
        return labels.containsKey(metric);
    }

    /** None of a metric that is not there. */
    Set<String> of(String metric) {
        return labels.getOrDefault(metric, Set.of());
    }
}
