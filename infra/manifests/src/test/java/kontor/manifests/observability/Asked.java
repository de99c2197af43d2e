package kontor.manifests.observability;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import kontor.manifests.observability.promql.Promql;
import kontor.manifests.observability.promql.Query;

/**
 * A query of a rule or of a panel.
 *
 * @param shown texts beside it that name labels of its answer
 */
record Asked(String where, String text, List<String> shown) {

    private static final Pattern SHOWN = Pattern.compile("\\$labels\\.(\\w+)|\\{\\{(\\w+)}}");

    /** By its text, for there are many questions about each. */
    private static final Map<String, Query> READ = new ConcurrentHashMap<>();

    /** What Grafana puts in. */
    private static final String STEP = "$__rate_interval";

    Query query() {
        return READ.computeIfAbsent(text.replace(STEP, "5m"), Promql::parse);
    }

    /** Nothing, where it cannot be read: that is told by another rule. */
    Optional<Query> readable() {
        try {
            return Optional.of(query());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    Set<String> shownLabels() {
        Set<String> labels = new TreeSet<>();
        shown.forEach(each -> SHOWN.matcher(each)
                .results()
                .forEach(match -> labels.add(match.group(1) == null ? match.group(2) : match.group(1))));
        return labels;
    }
}
