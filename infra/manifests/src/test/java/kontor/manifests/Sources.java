package kontor.manifests;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Documents;
import kontor.manifests.kustomize.Node;
import org.jspecify.annotations.Nullable;

/** What the services do, read from where it is written: their sources and the AsyncAPI document. */
record Sources(Path checkout, Map<String, Object> read) {

    static final String GATEWAY = "gateway";

    private static final Path DOCUMENT = Path.of("infra/contracts/src/main/resources/asyncapi.yaml");
    private static final Pattern LISTENER =
            Pattern.compile("@KafkaListener\\(\\s*topics = \"([^\"]+)\",\\s*groupId = (?:\"([^\"]+)\"|(\\w+))");
    private static final Pattern TOPIC = Pattern.compile("\"(kontor\\.[a-z-]+\\.[a-z-]+\\.v\\d+)\"");

    /** The owner of the members has no copy of them; the platform listens in all other services. */
    private static final String OWNER_OF_MEMBERS = "identity";

    Sources(Path checkout) {
        this(checkout, new HashMap<>());
    }

    /** Read once, for there are many questions. */
    @SuppressWarnings("unchecked")
    <T> T once(String what, Supplier<T> reading) {
        @Nullable Object known = read.get(what);
        if (known == null) {
            known = reading.get();
            read.put(what, known);
        }
        return (T) known;
    }

    /** A service's group of consumers with the topic it reads. */
    record Listener(String group, String topic) {}

    /** {@code ledger} and so on, without the gateway. */
    List<String> services() {
        try (Stream<Path> folders = Files.list(checkout)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.endsWith("-service"))
                    .map(name -> name.replace("-service", ""))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Set<Listener> listeners(String service) {
        return once("listeners of " + service, () -> readListeners(service));
    }

    private Set<Listener> readListeners(String service) {
        Stream<Path> files = Stream.concat(
                java(service + "-service"), service.equals(OWNER_OF_MEMBERS) ? Stream.empty() : java("infra/platform"));
        return files.map(Sources::text)
                .flatMap(source -> listeners(source, service))
                .collect(toCollection(
                        () -> new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()))));
    }

    private static Stream<Listener> listeners(String source, String service) {
        List<MatchResult> found = LISTENER.matcher(source).results().toList();
        if (found.size() != source.split("@KafkaListener\\(", -1).length - 1) {
            throw new AssertionError("a listener is written in another way: " + source);
        }
        return found.stream().map(match -> {
            String group = match.group(2) == null ? constant(source, match.group(3)) : match.group(2);
            return new Listener(group.replace("${kontor.service}", service), match.group(1));
        });
    }

    private static String constant(String source, String name) {
        Matcher constant =
                Pattern.compile("String %s = \"([^\"]+)\"".formatted(name)).matcher(source);
        if (!constant.find()) {
            throw new AssertionError("no constant " + name);
        }
        return constant.group(1);
    }

    /** Topics of its own that a service's sources name. */
    Set<String> told(String service) {
        return named(service + "-service").stream()
                .filter(topic -> topic.startsWith("kontor.%s.".formatted(service)))
                .collect(toCollection(TreeSet::new));
    }

    /** The gateway reads without a group. */
    Set<String> readByGateway() {
        return named(GATEWAY);
    }

    private Set<String> named(String module) {
        return once("topics named in " + module, () -> readNamed(module));
    }

    private Set<String> readNamed(String module) {
        Set<String> topics = topics().keySet();
        return java(module)
                .flatMap(file -> TOPIC.matcher(text(file)).results())
                .map(match -> match.group(1))
                .filter(topics::contains)
                .collect(toCollection(TreeSet::new));
    }

    /** Each topic with its settings. */
    Map<String, Map<String, String>> topics() {
        return once("topics", this::readTopics);
    }

    private Map<String, Map<String, String>> readTopics() {
        Node document = new Node(Documents.read(checkout.resolve(DOCUMENT)).getFirst());
        return document.at("channels").entries().values().stream()
                .collect(toMap(
                        channel -> channel.at("address").text(),
                        channel -> settings(channel.at("bindings", "kafka", "topicConfiguration"))));
    }

    private static Map<String, String> settings(Node configuration) {
        Map<String, String> settings = new LinkedHashMap<>();
        configuration
                .entries()
                .forEach((name, value) -> settings.put(
                        name, value.each().findAny().isPresent() ? String.join(",", value.texts()) : value.text()));
        return settings;
    }

    /** The settings of a program with those that all services have, by their whole names. */
    Map<String, String> settings(String service) {
        return once("settings of " + service, () -> readSettings(service));
    }

    private Map<String, String> readSettings(String service) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Path file : settingFiles(service)) {
            // What follows the first document is for one machine's profile.
            flatten("", new Node(Documents.read(file).getFirst()), settings);
        }
        return settings;
    }

    List<Path> settingFiles(String service) {
        Path own = checkout.resolve(folder(service) + "/src/main/resources/application.yaml");
        Path defaults = checkout.resolve("infra/platform/src/main/resources/kontor-defaults.yaml");
        return service.equals(GATEWAY) ? List.of(own) : List.of(defaults, own);
    }

    private static void flatten(String prefix, Node node, Map<String, String> settings) {
        Map<String, Node> entries = node.entries();
        if (entries.isEmpty()) {
            settings.put(prefix, node.text());
        }
        entries.forEach((name, each) -> flatten(prefix.isEmpty() ? name : prefix + "." + name, each, settings));
    }

    static String folder(String service) {
        return service.equals(GATEWAY) ? GATEWAY : service + "-service";
    }

    Stream<Path> java(String module) {
        try (Stream<Path> files = Files.walk(checkout.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
