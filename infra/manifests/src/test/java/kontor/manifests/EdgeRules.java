package kontor.manifests;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may call whom is what the architecture page says: no edge less, and none more. */
final class EdgeRules {

    static final ManifestRule EDGES = new ManifestRule(
            "who may call whom is what the architecture says",
            shop -> Differences.between(expected(shop), actual(shop)).map(difference -> "edge " + difference));

    private EdgeRules() {}

    private static Set<String> actual(Shop shop) {
        List<Endpoint> endpoints = Endpoint.of(shop);
        Policies policies = new Policies(shop);
        Set<String> edges = new TreeSet<>();
        for (Endpoint from : endpoints) {
            for (Endpoint to : endpoints) {
                if (from.ours() || to.ours()) {
                    to.ports().keySet().stream()
                            .filter(port -> policies.allow(from, to, port))
                            .forEach(port -> edges.add(edge(from.name(), to.name(), port)));
                }
            }
        }
        return edges;
    }

    /** In the file, * is each of the seven services, on both sides the same one, and "any" everybody of ours. */
    private static Set<String> expected(Shop shop) {
        return lines().flatMap(line -> line.contains("*")
                        ? shop.sources().services().stream().map(service -> line.replace("*", service))
                        : Stream.of(line))
                .flatMap(line -> line.startsWith("any ")
                        ? Endpoint.of(shop).stream()
                                .filter(Endpoint::ours)
                                .map(endpoint -> line.replaceFirst("any", endpoint.name()))
                        : Stream.of(line))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> lines() {
        return Sources.text(Resource.path("/edges.txt"))
                .lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .flatMap(EdgeRules::eachPort);
    }

    /** {@code a -> b 1 2} is two edges. */
    private static Stream<String> eachPort(String line) {
        String[] words = line.split("\\s+");
        return Stream.of(words)
                .skip(3)
                .map(port -> edge(words[0], Objects.requireNonNull(words[2]), Integer.parseInt(port)));
    }

    private static String edge(String from, String to, int port) {
        return "%s -> %s %d".formatted(from, to, port);
    }
}
