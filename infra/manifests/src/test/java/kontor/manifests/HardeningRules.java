package kontor.manifests;

import java.util.Map;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Node;

/** Nobody is root, nothing is written but where it says so, and nobody takes more than is his. */
final class HardeningRules {

    static final ManifestRule RESTRICTED = new ManifestRule(
            "every part keeps Pod Security's restricted profile, and more",
            shop -> Stream.concat(
                    shop.parts().stream()
                            .flatMap(part -> wishes(shop, part).entrySet().stream()
                                    .filter(wish -> !wish.getValue())
                                    .map(wish -> "%s: %s".formatted(Shop.nameOf(part), wish.getKey()))),
                    shop.all("Namespace")
                            .filter(space -> !space.at("metadata", "labels", "pod-security.kubernetes.io/enforce")
                                    .text()
                                    .equals("restricted"))
                            .map(space -> space + " does not enforce the restricted profile")));

    static final ManifestRule BOUNDED = new ManifestRule(
            "every part says what it needs, and has no more memory",
            shop -> shop.parts().stream()
                    .filter(part -> {
                        Node resources = shop.container(part).at("resources");
                        return !resources.at("requests", "cpu").isPresent()
                                || !resources.at("requests", "memory").isPresent()
                                || !resources.at("requests", "memory").equals(resources.at("limits", "memory"));
                    })
                    .map(part -> Shop.nameOf(part) + " does not say how much processor and memory it needs"));

    private HardeningRules() {}

    private static Map<String, Boolean> wishes(Shop shop, String part) {
        Node pod = shop.pod(part);
        Node container = shop.container(part);
        Node user = pod.at("securityContext");
        Node rights = container.at("securityContext");
        return Map.of(
                "does not run as 10001, and never as root",
                is(user.at("runAsNonRoot"), "true") && is(user.at("runAsUser"), "10001"),
                "has no seccomp profile",
                is(user.at("seccompProfile", "type"), "RuntimeDefault"),
                "may gain rights",
                is(rights.at("allowPrivilegeEscalation"), "false"),
                "keeps capabilities",
                rights.at("capabilities", "drop").texts().contains("ALL")
                        && !rights.at("capabilities", "add").isPresent(),
                "writes into its own files",
                is(rights.at("readOnlyRootFilesystem"), "true"),
                "has a key to the cluster's API",
                is(pod.at("automountServiceAccountToken"), "false"),
                "is near the node",
                !pod.at("hostNetwork").isPresent()
                        && !pod.at("hostPID").isPresent()
                        && pod.at("volumes")
                                .each()
                                .noneMatch(volume -> volume.at("hostPath").isPresent()),
                "has an image that may change under its name",
                container.at("image").text().matches(".+(:\\d[^:]*|@sha256:[0-9a-f]{64})"),
                "has more than one container",
                pod.at("containers").each().count() == 1);
    }

    private static boolean is(Node node, String value) {
        return node.text().equals(value);
    }
}
