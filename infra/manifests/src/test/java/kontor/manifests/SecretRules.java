package kontor.manifests;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;
import tools.jackson.databind.json.JsonMapper;

/** Secrets are names here and nothing else, and somebody makes each of them. */
final class SecretRules {

    private static final Path REALM_FILE = Path.of("infra/keycloak/realm-kontor.json");
    private static final Set<String> NAMES_OF_SECRETS = Set.of(
            "secret",
            "secretRef",
            "secretKeyRef",
            "passwordSecret",
            "usernameSecret",
            "accessKeyId",
            "secretAccessKey");

    /** What the operators make: certificates of users, of the broker and of the databases. */
    private static final Pattern MADE = Pattern.compile("kafka-[a-z-]+|kontor-cluster-ca-cert|[a-z]+-db-ca");

    static final ManifestRule KNOWN = new ManifestRule(
            "no secret is written down, and each that is asked for is on the operator's list", shop -> {
                Set<String> listed = listed(shop.sources().checkout().resolve("k8s/README.md"));
                Set<String> fetched = shop.all("ExternalSecret").map(Node::name).collect(toCollection(TreeSet::new));
                Stream<String> written = shop.all("Secret").map(secret -> secret + " is written down");
                Stream<String> unknown = asked(shop)
                        .filter(name -> !MADE.matcher(name).matches() && !listed.contains(name))
                        .map(name -> "nobody is told to make secret " + name);
                Stream<String> missing = fetched.isEmpty()
                        ? Stream.empty()
                        : asked(shop)
                                .filter(name -> !MADE.matcher(name).matches() && !fetched.contains(name))
                                .map(name -> "nothing fetches secret " + name);
                return Stream.of(written, unknown, missing).flatMap(faults -> faults);
            });

    static final ManifestRule REALM = new ManifestRule("the realm is that of infra/keycloak", shop -> {
        Path file = shop.sources().checkout().resolve(REALM_FILE);
        Node realm = shop.one("KeycloakRealmImport", "kontor").orElseThrow().at("spec");
        Set<String> open = Pattern.compile("\\$\\{(KONTOR_\\w+)}")
                .matcher(Sources.text(file))
                .results()
                .map(match -> match.group(1))
                .collect(toCollection(TreeSet::new));
        Stream<String> differs = json(file).equals(realm.at("realm").value())
                ? Stream.empty()
                : Stream.of("the realm differs from " + REALM_FILE);
        return Stream.concat(
                differs,
                Differences.between(open, realm.at("placeholders").entries().keySet())
                        .map(difference -> "gap of the realm " + difference));
    });

    private SecretRules() {}

    private static Object json(Path file) {
        return JsonMapper.shared().readValue(Sources.text(file), Map.class);
    }

    private static Set<String> listed(Path readme) {
        try {
            return Pattern.compile("`([a-z-]+)`")
                    .matcher(Files.readString(readme))
                    .results()
                    .map(match -> match.group(1))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> asked(Shop shop) {
        return shop.resources().stream()
                .filter(resource -> !resource.kind().equals("ExternalSecret")
                        && !resource.kind().equals("KeycloakRealmImport"))
                .flatMap(SecretRules::asked)
                .distinct();
    }

    private static Stream<String> asked(Node node) {
        Stream<String> here = node.entries().entrySet().stream()
                .filter(entry -> NAMES_OF_SECRETS.contains(entry.getKey()))
                .map(entry -> entry.getValue().at("name").isPresent()
                        ? entry.getValue().at("name").text()
                        : entry.getValue().text())
                .filter(name -> name.matches("[a-z][a-z-]*"));
        Stream<String> below =
                Stream.concat(node.entries().values().stream(), node.each()).flatMap(SecretRules::asked);
        return Stream.concat(here, below);
    }
}
