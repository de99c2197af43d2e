package kontor.manifests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Kustomize;
import kontor.manifests.kustomize.Node;

/** A rendered overlay beside the sources it has to fit. */
record Shop(List<Node> resources, Sources sources) {

    static Shop of(Path overlay, Sources sources) {
        return new Shop(Kustomize.render(overlay), sources);
    }

    Stream<Node> all(String kind) {
        return resources.stream().filter(resource -> resource.kind().equals(kind));
    }

    Optional<Node> one(String kind, String name) {
        return all(kind).filter(resource -> resource.name().equals(name)).findFirst();
    }

    /** The seven services, and the gateway. */
    List<String> parts() {
        List<String> parts = new ArrayList<>(sources.services());
        parts.add(Sources.GATEWAY);
        return parts;
    }

    static String nameOf(String part) {
        return part + "-service";
    }

    Node deployment(String part) {
        return one("Deployment", nameOf(part)).orElse(new Node(null));
    }

    Node pod(String part) {
        return deployment(part).at("spec", "template", "spec");
    }

    Node container(String part) {
        return pod(part).at("containers").each().findFirst().orElse(new Node(null));
    }

    Map<String, String> podLabels(String part) {
        return deployment(part).at("spec", "template", "metadata", "labels").labels();
    }
}
