package kontor.manifests;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kontor.manifests.Sources.Listener;
import kontor.manifests.kustomize.Node;

/** Every part has all of its pieces, and they belong together. */
final class PartRules {

    private static final List<String> OF_EACH =
            List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "KafkaUser");

    static final ManifestRule COMPLETE = new ManifestRule(
            "every part has all its pieces",
            shop -> shop.parts().stream()
                    .flatMap(part -> Stream.of(
                                    OF_EACH.stream()
                                            .filter(kind -> shop.one(kind, Shop.nameOf(part))
                                                    .isEmpty()),
                                    Stream.of("ConfigMap")
                                            .filter(kind -> shop.all(kind)
                                                    .noneMatch(map -> map.name().startsWith(Shop.nameOf(part) + "-"))),
                                    Stream.of("Cluster")
                                            .filter(kind -> !part.equals(Sources.GATEWAY)
                                                    && shop.one(kind, part + "-db")
                                                            .isEmpty()))
                            .flatMap(missing -> missing)
                            .map(kind -> "%s has no %s".formatted(Shop.nameOf(part), kind))));

    static final ManifestRule SELECTED = new ManifestRule(
            "what is meant for a part meets its pods",
            shop -> shop.parts().stream()
                    .flatMap(part -> selectors(shop, part)
                            .filter(selector -> selector.isEmpty()
                                    || !shop.podLabels(part).entrySet().containsAll(selector.entrySet())
                                    || othersMeet(shop, part, selector))
                            .map(selector ->
                                    "%s: %s does not mean its pods alone".formatted(Shop.nameOf(part), selector))));

    static final ManifestRule ONE_AUTOSCALER = new ManifestRule(
            "one autoscaler decides how many there are, and looks at what is waited for",
            shop -> shop.parts().stream().flatMap(part -> autoscaling(shop, part)));

    static final ManifestRule FOUND = new ManifestRule(
            "what a part refers to is there",
            shop -> shop.parts().stream()
                    .flatMap(part -> referred(shop, part)
                            .filter(reference ->
                                    shop.one(reference.kind(), reference.name()).isEmpty())
                            .map(reference ->
                                    "%s refers to %s, which is not there".formatted(Shop.nameOf(part), reference))));

    private PartRules() {}

    private static Stream<Map<String, String>> selectors(Shop shop, String part) {
        Node deployment = shop.deployment(part);
        Stream<Node> spread =
                shop.pod(part).at("topologySpreadConstraints").each().map(each -> each.at("labelSelector"));
        Stream<Node> whole = Stream.concat(
                Stream.concat(Stream.of(deployment.at("spec", "selector")), spread),
                shop.one("PodDisruptionBudget", Shop.nameOf(part)).stream().map(each -> each.at("spec", "selector")));
        return Stream.concat(
                whole.map(selector -> selector.at("matchLabels").labels()),
                shop.one("Service", Shop.nameOf(part)).stream()
                        .map(each -> each.at("spec", "selector").labels()));
    }

    private static boolean othersMeet(Shop shop, String part, Map<String, String> selector) {
        return shop.parts().stream()
                .filter(other -> !other.equals(part))
                .anyMatch(other -> shop.podLabels(other).entrySet().containsAll(selector.entrySet()));
    }

    private static Stream<String> autoscaling(Shop shop, String part) {
        List<Node> scalers = Stream.concat(shop.all("HorizontalPodAutoscaler"), shop.all("ScaledObject"))
                .filter(scaler ->
                        scaler.at("spec", "scaleTargetRef", "name").text().equals(Shop.nameOf(part)))
                .toList();
        if (scalers.size() != 1) {
            return Stream.of("%s has %d autoscalers".formatted(Shop.nameOf(part), scalers.size()));
        }
        if (shop.deployment(part).at("spec", "replicas").isPresent()) {
            return Stream.of("%s has a number of replicas beside its autoscaler".formatted(Shop.nameOf(part)));
        }
        Set<String> expected = part.equals(Sources.GATEWAY)
                ? Set.of()
                : shop.sources().listeners(part).stream()
                        .map(Listener::toString)
                        .collect(toCollection(TreeSet::new));
        Set<String> watched = scalers.getFirst()
                .at("spec", "triggers")
                .each()
                .filter(trigger -> trigger.at("type").text().equals("kafka"))
                .map(trigger -> trigger.at("metadata"))
                .map(kafka -> new Listener(
                                kafka.at("consumerGroup").text(),
                                kafka.at("topic").text())
                        .toString())
                .collect(toCollection(TreeSet::new));
        return expected.equals(watched)
                ? Stream.empty()
                : Differences.between(expected, watched)
                        .map(difference -> "%s scales by other groups: %s".formatted(Shop.nameOf(part), difference));
    }

    private static Stream<Node> referred(Shop shop, String part) {
        Node pod = shop.pod(part);
        return Stream.of(
                        Stream.of(reference(
                                "ServiceAccount", pod.at("serviceAccountName").text())),
                        shop.container(part)
                                .at("envFrom")
                                .each()
                                .map(from -> reference(
                                        "ConfigMap",
                                        from.at("configMapRef", "name").text())),
                        pod.at("volumes")
                                .each()
                                .map(volume -> volume.at("persistentVolumeClaim", "claimName"))
                                .filter(Node::isPresent)
                                .map(claim -> reference("PersistentVolumeClaim", claim.text())))
                .flatMap(references -> references);
    }

    private static Node reference(String kind, String name) {
        return new Node(Map.of("kind", kind, "metadata", Map.of("name", name)));
    }
}
