package kontor.manifests.observability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;

/** Dashboards that Grafana takes as they are, and whoever looks at one understands. */
final class DashboardRules {

    private static final int WIDTH = 24;
    private static final String SOURCE_VARIABLE = "${datasource}";

    static final WatchRule ONE_NAME =
            new WatchRule("a dashboard has an id and a title of its own, and a file of that name", watch -> {
                List<Dashboard> all = watch.dashboards().toList();
                Stream<String> strange = all.stream()
                        .filter(each -> !each.uid().equals(each.name()))
                        .map(each -> "%s calls itself %s".formatted(each.name(), each.uid()));
                return Stream.of(
                                strange,
                                repeated(all, Dashboard::uid),
                                repeated(all, each -> each.written().at("title").text()))
                        .flatMap(each -> each);
            });

    static final WatchRule EXPLAINED = new WatchRule(
            "a panel has a title, a sentence, a unit and a query",
            watch -> watch.dashboards()
                    .flatMap(dashboard -> dashboard
                            .panels()
                            .flatMap(panel -> Stream.of(
                                            panel.at("title").text().isEmpty() ? "title" : "",
                                            panel.at("description").text().endsWith(".") ? "" : "sentence",
                                            panel.at("fieldConfig", "defaults", "unit")
                                                            .text()
                                                            .isEmpty()
                                                    ? "unit"
                                                    : "",
                                            panel.at("targets").each().findAny().isPresent() ? "" : "query")
                                    .filter(missing -> !missing.isEmpty())
                                    .map(missing -> "%s: %s has no %s"
                                            .formatted(
                                                    dashboard.name(),
                                                    panel.at("title").text(),
                                                    missing)))));

    static final WatchRule SOURCE = new WatchRule(
            "everything is asked of the source that is chosen above",
            watch -> watch.dashboards().flatMap(DashboardRules::sources));

    static final WatchRule PLACED = new WatchRule(
            "panels have a place and a number of their own",
            watch -> watch.dashboards().flatMap(dashboard -> {
                Set<String> taken = new HashSet<>();
                return dashboard
                        .panels()
                        .filter(panel -> !isFree(panel, taken))
                        .map(panel -> "%s: %s lies on another panel or bears its number"
                                .formatted(dashboard.name(), panel.at("title").text()));
            }));

    private DashboardRules() {}

    private static Stream<String> repeated(List<Dashboard> all, Function<Dashboard, String> name) {
        return all.stream().collect(groupingBy(name, counting())).entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(each -> "several dashboards are called " + each.getKey());
    }

    private static Stream<String> sources(Dashboard dashboard) {
        boolean isChosen = dashboard
                .variables()
                .anyMatch(variable -> variable.at("name").text().equals("datasource")
                        && variable.at("type").text().equals("datasource"));
        Stream<String> unchosen = isChosen ? Stream.empty() : Stream.of(dashboard.name() + " has no source to choose");
        Stream<Node> asking = Stream.concat(
                dashboard
                        .panels()
                        .flatMap(panel -> Stream.concat(
                                Stream.of(panel), panel.at("targets").each())),
                dashboard
                        .variables()
                        .filter(variable -> variable.at("type").text().equals("query")));
        return Stream.concat(
                unchosen,
                asking.filter(each -> !each.at("datasource", "uid").text().equals(SOURCE_VARIABLE))
                        .map(each -> "%s asks a source of its own: %s"
                                .formatted(
                                        dashboard.name(), each.at("datasource").text())));
    }

    private static boolean isFree(Node panel, Set<String> taken) {
        Node place = panel.at("gridPos");
        int x = place.at("x").number();
        int y = place.at("y").number();
        int width = place.at("w").number();
        List<String> cells = IntStream.range(x, x + width)
                .boxed()
                .flatMap(
                        column -> IntStream.range(y, y + place.at("h").number()).mapToObj(row -> column + "/" + row))
                .toList();
        boolean hasPlace =
                !cells.isEmpty() && x + width <= WIDTH && cells.stream().noneMatch(taken::contains);
        taken.addAll(cells);
        return taken.add("number " + panel.at("id").text()) && hasPlace;
    }
}
