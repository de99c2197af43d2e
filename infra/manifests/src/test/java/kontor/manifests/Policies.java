package kontor.manifests;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;

/** Who may call whom by all NetworkPolicies together, as Kubernetes reads them: they add up; no policy is no limit. */
final class Policies {

    private final List<Node> policies;

    Policies(Shop shop) {
        policies = new ArrayList<>(shop.all("NetworkPolicy").toList());
        shop.all("Kafka").forEach(kafka -> policies.addAll(ofStrimzi(kafka)));
    }

    boolean allow(Endpoint from, Endpoint to, int port) {
        return side("Egress", "egress", "to", from, to, to, port)
                && side("Ingress", "ingress", "from", to, from, to, port);
    }

    /** One end's word, where {@code self} is that end and {@code listening} the one with the port. */
    private boolean side(
            String type, String rules, String peers, Endpoint self, Endpoint peer, Endpoint listening, int port) {
        if (!self.ours()) {
            return true;
        }
        List<Node> concerned = policies.stream()
                .filter(policy -> policy.at("spec", "policyTypes").texts().contains(type)
                        && selects(policy.at("spec", "podSelector"), self.labels()))
                .toList();
        return concerned.isEmpty()
                || concerned.stream()
                        .flatMap(policy -> policy.at("spec", rules).each())
                        .anyMatch(rule -> isPeer(rule.at(peers), peer) && isPort(rule.at("ports"), listening, port));
    }

    private static boolean isPeer(Node peers, Endpoint endpoint) {
        return !peers.isPresent()
                || peers.each().anyMatch(peer -> {
                    Node space = peer.at("namespaceSelector");
                    boolean inSpace = space.isPresent() ? selects(space, endpoint.namespace()) : endpoint.ours();
                    boolean named = !endpoint.namespace().isEmpty()
                            || peer.at("ipBlock").isPresent();
                    return named && inSpace && selects(peer.at("podSelector"), endpoint.labels());
                });
    }

    private static boolean isPort(Node ports, Endpoint listening, int port) {
        return !ports.isPresent()
                || ports.each()
                        .map(each -> each.at("port").value())
                        .anyMatch(each -> each instanceof String name
                                ? name.equals(listening.ports().get(port))
                                : Integer.valueOf(port).equals(each));
    }

    private static boolean selects(Node selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.at("matchLabels").labels().entrySet())
                && selector.at("matchExpressions").each().allMatch(expression -> meets(expression, labels));
    }

    private static boolean meets(Node expression, Map<String, String> labels) {
        String value = labels.getOrDefault(expression.at("key").text(), "");
        boolean among = expression.at("values").texts().contains(value);
        return switch (expression.at("operator").text()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> !value.isEmpty();
            case "DoesNotExist" -> value.isEmpty();
            default -> false; // no operator at all: another rule tells
        };
    }

    /** What Strimzi makes: its own pods among themselves, and the peers of each listener. */
    private static List<Node> ofStrimzi(Node kafka) {
        List<Node> made = new ArrayList<>();
        Map<String, Object> cluster = Map.of("matchLabels", Map.of("strimzi.io/cluster", kafka.name()));
        made.add(policy(
                cluster,
                Map.of(
                        "from",
                        List.of(Map.of("podSelector", cluster)),
                        "ports",
                        Stream.of(9090, 9091).map(port -> Map.of("port", port)).toList())));
        kafka.at("spec", "kafka", "listeners").each().forEach(listener -> {
            Map<String, Object> rule = new HashMap<>();
            rule.put("ports", List.of(Map.of("port", listener.at("port").number())));
            Object peers = listener.at("networkPolicyPeers").value();
            if (peers != null) {
                rule.put("from", peers);
            }
            made.add(policy(
                    Map.of("matchLabels", Map.of("strimzi.io/cluster", kafka.name(), "strimzi.io/broker-role", "true")),
                    rule));
        });
        return made;
    }

    private static Node policy(Map<String, Object> pods, Map<String, Object> rule) {
        return new Node(Map.of(
                "spec", Map.of("podSelector", pods, "policyTypes", List.of("Ingress"), "ingress", List.of(rule))));
    }
}
