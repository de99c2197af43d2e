package kontor.manifests.observability.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kontor.manifests.observability.promql.Query.Aggregate;
import kontor.manifests.observability.promql.Query.Binary;
import kontor.manifests.observability.promql.Query.Call;
import kontor.manifests.observability.promql.Query.Constant;
import kontor.manifests.observability.promql.Query.Matcher;
import kontor.manifests.observability.promql.Query.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the shop asks, and refuses everything else, so that nothing is judged that Prometheus would understand in
 * another way. A function that is used for the first time is added here.
 */
public final class Promql {

    /** From the one that binds least to the one that binds most. */
    private static final List<Set<String>> OPERATORS = List.of(
            Set.of("or"),
            Set.of("and", "unless"),
            Set.of("==", "!=", ">", "<", ">=", "<="),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private static final Map<String, Integer> AGGREGATIONS =
            Map.of("sum", 1, "max", 1, "min", 1, "count", 1, "topk", 2);

    /** Of what was over a time. */
    private static final Set<String> RANGED = Set.of("rate", "increase", "changes", "max_over_time", "min_over_time");

    private static final Map<String, Integer> FUNCTIONS = Map.of(
            "rate",
            1,
            "increase",
            1,
            "changes",
            1,
            "max_over_time",
            1,
            "min_over_time",
            1,
            "absent",
            1,
            "time",
            0,
            "vector",
            1,
            "histogram_quantile",
            2);

    private final Tokens tokens;
    private int ranges;

    private Promql(String text) {
        this.tokens = new Tokens(text);
    }

    public static Query parse(String text) {
        Promql promql = new Promql(text);
        Query query = promql.binary(0);
        if (!promql.tokens.peek().isEmpty()) {
            throw promql.tokens.unexpected();
        }
        if (query.selectors().filter(Selector::isRange).count() != promql.ranges) {
            throw new IllegalArgumentException("%s: a time where there is none to be".formatted(text.strip()));
        }
        return query;
    }

    private Query binary(int level) {
        if (level == OPERATORS.size()) {
            return single();
        }
        Query left = binary(level + 1);
        while (OPERATORS.get(level).contains(tokens.peek())) {
            String operator = tokens.next();
            tokens.take("bool");
            Optional<Set<String>> on = tokens.take("on") ? Optional.of(tokens.names()) : Optional.empty();
            left = new Binary(operator, left, on, binary(level + 1));
        }
        return left;
    }

    private Query single() {
        if (tokens.take("-")) {
            return single();
        }
        if (tokens.take("(")) {
            Query inner = binary(0);
            tokens.expect(")");
            return inner;
        }
        if (tokens.isNumber()) {
            tokens.next();
            return new Constant();
        }
        String name = tokens.name();
        if (AGGREGATIONS.containsKey(name)) {
            return aggregate(name);
        }
        return tokens.peek().equals("(") ? call(name) : selector(name);
    }

    private Query aggregate(String operator) {
        Optional<Set<String>> by = by();
        List<Query> arguments = arguments(operator, AGGREGATIONS.get(operator));
        return new Aggregate(operator, by.isPresent() ? by : by(), arguments);
    }

    private Optional<Set<String>> by() {
        return tokens.take("by") ? Optional.of(tokens.names()) : Optional.empty();
    }

    private Query call(String function) {
        List<Query> arguments = arguments(function, FUNCTIONS.get(function));
        if (RANGED.contains(function)) {
            if (!(arguments.getFirst() instanceof Selector selector && selector.isRange())) {
                throw new IllegalArgumentException("%s is asked without a time".formatted(function));
            }
            ranges++;
        }
        return new Call(function, arguments);
    }

    private List<Query> arguments(String function, @Nullable Integer count) {
        if (count == null) {
            throw new IllegalArgumentException("nobody knows the function %s".formatted(function));
        }
        List<Query> arguments = new ArrayList<>();
        tokens.expect("(");
        while (arguments.size() < count) {
            if (!arguments.isEmpty()) {
                tokens.expect(",");
            }
            arguments.add(binary(0));
        }
        tokens.expect(")");
        return arguments;
    }

    private Query selector(String metric) {
        List<Matcher> matchers = new ArrayList<>();
        if (tokens.take("{")) {
            while (!tokens.take("}")) {
                matchers.add(matcher());
                if (!tokens.peek().equals("}")) {
                    tokens.expect(",");
                }
            }
        }
        boolean isRange = tokens.take("[");
        if (isRange) {
            tokens.duration();
            tokens.expect("]");
        }
        if (tokens.take("offset")) {
            tokens.duration();
        }
        return new Selector(metric, matchers, isRange);
    }

    private Matcher matcher() {
        String label = tokens.name();
        String operator = tokens.next();
        if (!Set.of("=", "!=", "=~", "!~").contains(operator)) {
            throw new IllegalArgumentException("%s is compared by %s".formatted(label, operator));
        }
        return new Matcher(label, operator, tokens.string());
    }
}
