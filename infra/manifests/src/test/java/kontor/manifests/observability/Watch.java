package kontor.manifests.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Documents;
import kontor.manifests.kustomize.Node;
import kontor.manifests.observability.promql.Query;

/**
 * All that is under {@code infra/observability}, with the pages for whoever is woken.
 *
 * @param home where these are; a copy, when a mistake is planted
 * @param checkout where the programs are that they speak of
 * @param metrics those that are exported, and those that rules make of them
 */
record Watch(Path home, Path checkout, Metrics metrics) {

    /** By its text, for there are many questions about few files. */
    private static final Map<String, Node> READ = new ConcurrentHashMap<>();

    static final Path FOLDER = Path.of("infra/observability");
    static final Path RUNBOOKS = Path.of("infra/docs/runbooks");

    static Watch of(Path home, Path checkout) {
        Path folder = home.resolve(FOLDER);
        Metrics exported =
                Metrics.read(folder.resolve("metrics.txt")).and(Metrics.read(folder.resolve("metrics-of-others.txt")));
        return new Watch(home, checkout, recorded(new Watch(home, checkout, exported)));
    }

    /** One made of another comes after it. */
    private static Metrics recorded(Watch watch) {
        Metrics known = watch.metrics();
        for (Alert rule : watch.rules().filter(Alert::isRecord).toList()) {
            Metrics before = known;
            known = rule.asked()
                    .readable()
                    .map(query -> before.and(rule.name(), query.labels(before::of)))
                    .orElse(before);
        }
        return known;
    }

    Stream<Alert> rules() {
        return files("rules", ".yaml")
                .flatMap(file -> document(file)
                        .at("groups")
                        .each()
                        .flatMap(group -> group.at("rules").each())
                        .map(rule -> new Alert(file.getFileName().toString(), rule)));
    }

    Stream<Alert> alerts() {
        return rules().filter(rule -> !rule.isRecord());
    }

    /** What {@code promtool test rules} reads. */
    Stream<Node> unitTests() {
        return files("tests", ".yaml")
                .flatMap(file -> document(file).at("tests").each());
    }

    Stream<Dashboard> dashboards() {
        return files("dashboards", ".json").map(file -> new Dashboard(file, document(file)));
    }

    Stream<Asked> asked() {
        return Stream.concat(rules().map(Alert::asked), dashboards().flatMap(Dashboard::asked));
    }

    /** Each query that can be read, with where it stands. */
    Stream<Read> read() {
        return asked().flatMap(asked -> asked.readable().map(query -> new Read(asked, query)).stream());
    }

    record Read(Asked asked, Query query) {}

    Path runbook(String alert) {
        return home.resolve(RUNBOOKS).resolve(alert + ".md");
    }

    Stream<Path> files(String folder, String ending) {
        return list(home.resolve(FOLDER).resolve(folder), ending);
    }

    Stream<Path> runbooks() {
        return list(home.resolve(RUNBOOKS), ".md");
    }

    static Stream<Path> list(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Node document(Path file) {
        return READ.computeIfAbsent(
                text(file),
                text -> new Node(Documents.parse(text, file.toString()).getFirst()));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
