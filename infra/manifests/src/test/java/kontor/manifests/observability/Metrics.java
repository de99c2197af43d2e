package kontor.manifests.observability;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which metrics there are, with the labels each may have. */
record Metrics(Map<String, Set<String>> labels) {

    /** In a list a line begins with it, in a page the first cell of a table holds it. */
    private static final Pattern METRIC =
            Pattern.compile("^(?:\\| `)?([a-zA-Z_][a-zA-Z0-9_]*)(?:\\{([a-z_,]*)})?(?:$|` \\|)", Pattern.MULTILINE);

    /** Of where it was looked at, which each metric gets. */
    private static final Set<String> OF_THE_TARGET = Set.of("job", "instance", "kontor_service");

    static Metrics read(Path file) {
        try {
            return new Metrics(METRIC.matcher(Files.readString(file))
                    .results()
                    .collect(toMap(metric -> metric.group(1), Metrics::labels)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
