package kontor.manifests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Documents;
import kontor.manifests.kustomize.Node;

/** Rules of Prometheus are written once, in {@code infra/observability}; a cluster gets copies that do not drift. */
final class AlarmRules {

    private static final String KIND = "PrometheusRule";
    private static final Path RULES = Path.of("infra/observability/rules");
    private static final Path COPIES = Path.of("k8s/base/monitoring/rules");

    /** Of databases with a standby and an archive. */
    private static final String INFRASTRUCTURE = "infrastructure";

    static final ManifestRule COPIED = new ManifestRule(
            "somebody is woken by the rules that are tested",
            shop -> Stream.concat(
                    files(shop)
                            .map(AlarmRules::nameOf)
                            .filter(name ->
                                    isWanted(shop, name) && shop.one(KIND, name).isEmpty())
                            .map(name -> "the rules %s are missing".formatted(name)),
                    shop.all(KIND)
                            .filter(copy -> !original(shop, copy).equals(copy.at("spec")))
                            .map(copy -> "%s is no copy of %s/%s.yaml: have it written by -Dkontor.rules.copy=true"
                                    .formatted(copy, RULES, copy.name()))));

    private AlarmRules() {}

    private static boolean isWanted(Shop shop, String name) {
        return !name.equals(INFRASTRUCTURE)
                || shop.all("ScheduledBackup").findAny().isPresent();
    }

    private static Node original(Shop shop, Node copy) {
        return files(shop)
                .filter(file -> nameOf(file).equals(copy.name()))
                .map(file -> new Node(Documents.read(file).getFirst()))
                .findFirst()
                .orElse(new Node(null));
    }

    private static Stream<Path> files(Shop shop) {
        return files(shop.sources().checkout());
    }

    private static Stream<Path> files(Path checkout) {
        try (Stream<Path> files = Files.list(checkout.resolve(RULES))) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replace(".yaml", "");
    }

    /** As a cluster wants them, with what is said beside them. */
    static void copy(Path checkout) {
        files(checkout).forEach(file -> {
            String groups = Sources.text(file)
                    .lines()
                    .dropWhile(line -> line.startsWith("#"))
                    .map(line -> line.isEmpty() ? line : "  " + line)
                    .collect(Collectors.joining("\n"));
            String name = nameOf(file);
            try {
                Files.writeString(checkout.resolve(COPIES).resolve(name + ".yaml"), """
                        # Made of %s/%s.yaml, which says more; infra/manifests compares the two.
                        apiVersion: monitoring.coreos.com/v1
                        kind: %s
                        metadata:
                          name: %s
                        spec:
                        %s
                        """.formatted(
                                RULES, name, KIND, name, groups));
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        });
    }
}
