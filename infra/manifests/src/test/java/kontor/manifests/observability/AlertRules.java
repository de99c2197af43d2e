package kontor.manifests.observability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;
import kontor.manifests.observability.promql.Promql;

/** Whoever is woken is told what it is, and it has been seen to wake him, and not to. */
final class AlertRules {

    /** Now; and when there is somebody. */
    private static final Set<String> SEVERITIES = Set.of("critical", "warning");

    static final WatchRule SAID = new WatchRule(
            "an alert has a name of its own, a severity, a sentence and a page",
            watch -> Stream.concat(
                    watch.alerts().flatMap(AlertRules::unsaid),
                    watch.rules().collect(groupingBy(Alert::name, counting())).entrySet().stream()
                            .filter(name -> name.getValue() > 1)
                            .map(name -> name.getKey() + " is the name of several rules")));

    static final WatchRule TESTED = new WatchRule("an alert fires in a test, and is silent in one", watch -> {
        List<Node> tests = watch.unitTests().toList();
        return watch.alerts()
                .flatMap(alert -> Stream.of(
                                seen(tests, alert, true) ? "" : "%s never fires in a test",
                                seen(tests, alert, false) ? "" : "%s is never silent in a test")
                        .filter(fault -> !fault.isEmpty())
                        .map(fault -> fault.formatted(alert.name())));
    });

    private AlertRules() {}

    private static Stream<String> unsaid(Alert alert) {
        String summary = alert.annotations().getOrDefault("summary", "");
        return Stream.of(
                        alert.name().matches("([A-Z][a-z]+)+") ? "" : "%s is no name of an alert",
                        alert.labels().keySet().equals(Set.of("severity"))
                                        && SEVERITIES.contains(alert.labels().get("severity"))
                                ? ""
                                : "%s does not say whom it wakes",
                        isSentence(summary) ? "" : "%s does not say in a sentence what it is",
                        alert.annotations().keySet().equals(Set.of("summary", "runbook"))
                                        && alert.annotations()
                                                .getOrDefault("runbook", "")
                                                .equals("%s/%s.md".formatted(Watch.RUNBOOKS, alert.name()))
                                ? ""
                                : "%s does not lead to its page")
                .filter(fault -> !fault.isEmpty())
                .map(fault -> fault.formatted(alert.name()));
    }

    /** One, with its full stop. */
    private static boolean isSentence(String summary) {
        return summary.endsWith(".") && !summary.contains(". ") && summary.length() <= 120;
    }

    /** A test bears the name of its alert, and looks at those that fire. */
    private static boolean seen(List<Node> tests, Alert alert, boolean firing) {
        return tests.stream()
                .filter(test -> test.at("name").text().equals(alert.name()))
                .flatMap(test -> test.at("promql_expr_test").each())
                .filter(look -> asksFor(look.at("expr").text(), alert.name()))
                .anyMatch(look -> look.at("exp_samples").each().findAny().isPresent() == firing);
    }

    private static boolean asksFor(String expression, String alert) {
        return expression.startsWith("ALERTS{")
                && Promql.parse(expression)
                        .selectors()
                        .allMatch(selector -> selector.value("alertname")
                                .filter(alert::equals)
                                .isPresent());
    }
}
