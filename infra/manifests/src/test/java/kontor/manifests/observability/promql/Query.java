package kontor.manifests.observability.promql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A query that could be read. Labels are told by {@code known}: those that a metric of a name may have. */
public sealed interface Query {

    /** Its parts, without itself. */
    List<Query> parts();

    /** Which labels the answer may have. */
    Set<String> labels(Function<String, Set<String>> known);

    /** One number, which goes with everything. */
    default boolean isNumber() {
        return false;
    }

    default Stream<Query> all() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(Query::all));
    }

    default Stream<Selector> selectors() {
        return all().filter(Selector.class::isInstance).map(Selector.class::cast);
    }

    record Constant() implements Query {

        @Override
        public List<Query> parts() {
            return List.of();
        }

        @Override
        public Set<String> labels(Function<String, Set<String>> known) {
            return Set.of();
        }

        @Override
        public boolean isNumber() {
            return true;
        }
    }

    /** What a label must be, by {@code =}, {@code !=}, {@code =~} or {@code !~}. */
    record Matcher(String label, String operator, String value) {}

    /** What is known of a metric: now, or over a time if it is a range. */
    record Selector(String metric, List<Matcher> matchers, boolean isRange) implements Query {

        @Override
        public List<Query> parts() {
            return List.of();
        }

        @Override
        public Set<String> labels(Function<String, Set<String>> known) {
            return known.apply(metric);
        }

        /** The one value that a label must have. */
        public Optional<String> value(String label) {
            return matchers.stream()
                    .filter(matcher ->
                            matcher.label().equals(label) && matcher.operator().equals("="))
                    .map(Matcher::value)
                    .findFirst();
        }
    }

    record Call(String function, List<Query> parts) implements Query {

        @Override
        public Set<String> labels(Function<String, Set<String>> known) {
            if (function.equals("absent")) {
                return parts.stream()
                        .flatMap(Query::selectors)
                        .flatMap(selector -> selector.matchers().stream())
                        .filter(matcher -> matcher.operator().equals("="))
                        .map(Matcher::label)
                        .collect(Collectors.toSet());
            }
            Set<String> labels = union(parts, known);
            if (function.equals("histogram_quantile")) {
                labels.remove("le");
            }
            return labels;
        }

        @Override
        public boolean isNumber() {
            return function.equals("time");
        }
    }

    /** One figure of many, for each value of the labels that stay. */
    record Aggregate(String operator, Optional<Set<String>> by, List<Query> parts) implements Query {

        @Override
        public Set<String> labels(Function<String, Set<String>> known) {
            // The largest of all stay what they are.
            return operator.equals("topk") ? union(parts, known) : by.orElse(Set.of());
        }
    }

    /** Two sides, matched by the labels it says, or by all. */
    record Binary(String operator, Query left, Optional<Set<String>> on, Query right) implements Query {

        private static final Set<String> KEEPING_LEFT = Set.of("and", "unless");

        @Override
        public List<Query> parts() {
            return List.of(left, right);
        }

        @Override
        public Set<String> labels(Function<String, Set<String>> known) {
            if (operator.equals("or")) {
                return union(parts(), known);
            }
            if (KEEPING_LEFT.contains(operator) || right.isNumber()) {
                return left.labels(known);
            }
            return left.isNumber() ? right.labels(known) : on.orElse(left.labels(known));
        }

        @Override
        public boolean isNumber() {
            return left.isNumber() && right.isNumber();
        }

        /** Prometheus matches by all labels: sides that do not have the same ones never meet, and nothing comes out. */
        public boolean isMatched(Function<String, Set<String>> known) {
            return operator.equals("or")
                    || on.isPresent()
                    || left.isNumber()
                    || right.isNumber()
                    || left.labels(known).equals(right.labels(known));
        }
    }

    private static Set<String> union(List<Query> queries, Function<String, Set<String>> known) {
        return queries.stream()
                .flatMap(query -> query.labels(known).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
