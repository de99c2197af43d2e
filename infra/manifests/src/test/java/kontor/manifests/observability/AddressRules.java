package kontor.manifests.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.manifests.observability.promql.Query.Selector;

/** What is asked about an operation, and where it is asked, is there. */
final class AddressRules {

    /** The path stands there, or is a constant below. */
    private static final Pattern CONTROLLER =
            Pattern.compile("@RequestMapping\\((?:\"|.*?String PATH = \")([^\"]+)\"", Pattern.DOTALL);

    private static final Pattern OPERATION =
            Pattern.compile("@(Get|Post|Put|Patch|Delete)Mapping(?:\\((?:(?:path|value) = )?(?:\"([^\"]*)\")?)?");

    /** The list of all parts with their numbers. */
    private static final Path PARTS = Path.of("infra/local/src/main/java/kontor/local/service/Service.java");

    /** What runs only when it is asked for stands outside the list and is not missed. */
    private static final Pattern PART = Pattern.compile("(?m)^\\s+new Service\\((?:\"(\\w+)\"|GATEWAY), (\\d+)");

    private static final int FIRST_MANAGEMENT_PORT = 8090;

    private static final Map<Path, Set<String>> READ = new ConcurrentHashMap<>();

    static final WatchRule OPERATIONS = new WatchRule(
            "an operation that is asked about is one of that service",
            watch -> watch.read()
                    .flatMap(read -> read.query()
                            .selectors()
                            .filter(selector -> selector.value("uri").isPresent())
                            .filter(selector -> !isOperation(watch.checkout(), selector))
                            .map(selector -> "%s: nobody answers %s"
                                    .formatted(
                                            read.asked().where(),
                                            selector.value("uri").orElseThrow()))));

    static final WatchRule LOCAL = new WatchRule(
            "on one machine each part is looked at where the launcher puts it, by rules that are there", watch -> {
                Path file = watch.home().resolve(Watch.FOLDER).resolve("prometheus.yml");
                Map<String, String> looked = new TreeMap<>();
                Watch.document(file)
                        .at("scrape_configs")
                        .each()
                        .flatMap(job -> job.at("static_configs").each())
                        .forEach(target -> looked.put(
                                target.at("labels", "kontor_service").text(),
                                String.join(" ", target.at("targets").texts())));
                Map<String, String> parts = parts(watch.checkout());
                Stream<String> elsewhere = looked.equals(parts)
                        ? Stream.empty()
                        : Stream.of("Prometheus looks at %s, and there are %s".formatted(looked, parts));
                return Stream.concat(
                        elsewhere,
                        Watch.document(file).at("rule_files").texts().stream()
                                .filter(rules -> !Files.exists(file.resolveSibling(rules)))
                                .map(rules -> "there are no " + rules));
            });

    private AddressRules() {}

    private static Map<String, String> parts(Path checkout) {
        Map<String, String> parts = new TreeMap<>();
        PART.matcher(Watch.text(checkout.resolve(PARTS)))
                .results()
                .forEach(part -> parts.put(
                        Optional.ofNullable(part.group(1)).orElse("gateway"),
                        "localhost:" + (FIRST_MANAGEMENT_PORT + Integer.parseInt(part.group(2)))));
        return parts;
    }

    private static boolean isOperation(Path checkout, Selector selector) {
        String service = selector.value("kontor_service").orElse("");
        Path sources = checkout.resolve(service + "-service/src/main/java");
        String asked = "%s %s"
                .formatted(
                        selector.value("method").orElse(""),
                        selector.value("uri").orElseThrow());
        return Files.isDirectory(sources)
                && READ.computeIfAbsent(sources, AddressRules::operationsOf).contains(asked);
    }

    private static Set<String> operationsOf(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith("Controller.java"))
                    .map(Watch::text)
                    .flatMap(AddressRules::operations)
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As the metric has them: method and pattern. */
    private static Stream<String> operations(String controller) {
        Matcher root = CONTROLLER.matcher(controller);
        String prefix = root.find() ? root.group(1) : "";
        return OPERATION.matcher(controller).results().map(operation -> operation(prefix, operation));
    }

    private static String operation(String prefix, MatchResult operation) {
        return "%s %s%s"
                .formatted(
                        operation.group(1).toUpperCase(Locale.ROOT),
                        prefix,
                        Optional.ofNullable(operation.group(2)).orElse(""));
    }
}
