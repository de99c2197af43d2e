package kontor.manifests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.manifests.kustomize.Node;

/**
 * Somebody who calls or is called: pods that are alike, or all there is outside of the cluster.
 *
 * @param namespace labels of its namespace; none outside of the cluster
 * @param ours whether it is in the shop's namespace, where policies hold
 * @param ports what it listens to, by name where it has one
 */
record Endpoint(
        String name,
        Map<String, String> namespace,
        Map<String, String> labels,
        boolean ours,
        Map<Integer, String> ports) {

    private static final String OUR_NAMESPACE = "kontor";

    /** Everybody there is, as the manifests and the operators make them. */
    static List<Endpoint> of(Shop shop) {
        List<Endpoint> all = new ArrayList<>();
        for (String part : shop.parts()) {
            Map<Integer, String> ports = new HashMap<>();
            shop.container(part)
                    .at("ports")
                    .each()
                    .forEach(port -> ports.put(
                            port.at("containerPort").number(), port.at("name").text()));
            all.add(ours(part, shop.podLabels(part), ports));
        }
        shop.all("Cluster")
                .forEach(cluster -> all.add(ours(cluster.name(), database(cluster), unnamed(5432, 8000, 9187))));
        all.add(ours("broker", kafka("broker"), unnamed(9091, 9093, 9404)));
        all.add(ours("controller", kafka("controller"), unnamed(9090, 9404)));
        all.add(ours("keycloak", Map.of("app", "keycloak"), unnamed(8080, 9000, 7800, 57800)));
        // Whoever else is in the namespace, by mistake or not.
        all.add(ours("stranger", Map.of("app", "stranger"), unnamed(8080)));
        all.add(other("ingress", Map.of("kontor/role", "ingress"), unnamed()));
        all.add(other("monitoring", Map.of("kontor/role", "monitoring"), unnamed(4318)));
        all.add(other("keda", Map.of("kubernetes.io/metadata.name", "keda"), unnamed()));
        all.add(other("cnpg-operator", Map.of("kubernetes.io/metadata.name", "cnpg-system"), unnamed()));
        all.add(new Endpoint(
                "dns",
                Map.of("kubernetes.io/metadata.name", "kube-system"),
                Map.of("k8s-app", "kube-dns"),
                false,
                unnamed(53)));
        all.add(new Endpoint("world", Map.of(), Map.of(), false, unnamed(443, 6443, 80, 5432)));
        return all;
    }

    private static Endpoint ours(String name, Map<String, String> labels, Map<Integer, String> ports) {
        return new Endpoint(name, Map.of("kubernetes.io/metadata.name", OUR_NAMESPACE), labels, true, ports);
    }

    private static Endpoint other(String name, Map<String, String> namespace, Map<Integer, String> ports) {
        return new Endpoint(name, namespace, Map.of(), false, ports);
    }

    private static Map<String, String> database(Node cluster) {
        Map<String, String> labels =
                new HashMap<>(cluster.at("spec", "inheritedMetadata", "labels").labels());
        labels.put("cnpg.io/cluster", cluster.name());
        return labels;
    }

    private static Map<String, String> kafka(String role) {
        return Map.of(
                "strimzi.io/cluster",
                "kontor",
                "strimzi.io/kind",
                "Kafka",
                "strimzi.io/%s-role".formatted(role),
                "true");
    }

    private static Map<Integer, String> unnamed(Integer... ports) {
        Map<Integer, String> unnamed = new HashMap<>();
        for (Integer port : ports) {
            unnamed.put(port, "");
        }
        return unnamed;
    }
}
