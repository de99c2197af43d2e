package kontor.manifests.kustomize;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders a folder as {@code kubectl kustomize} does, in its order: resources, components, generators, patches,
 * namespace, prefix, labels, images. What it does not know it refuses, so that nothing is judged that would be rendered
 * in another way.
 */
public final class Kustomize {

    private static final String FILE = "kustomization.yaml";

    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "namespace",
            "namePrefix",
            "resources",
            "components",
            "labels",
            "configMapGenerator",
            "patches",
            "images");

    private final List<Draft> drafts = new ArrayList<>();

    private Kustomize() {}

    public static List<Node> render(Path folder) {
        Kustomize kustomize = new Kustomize();
        kustomize.add(folder);
        kustomize.addHashes();
        return kustomize.drafts.stream().map(Draft::node).toList();
    }

    private void add(Path folder) {
        Node kustomization = new Node(Documents.read(folder.resolve(FILE)).getFirst());
        kustomization.entries().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name -> {
                    throw new IllegalArgumentException(folder.resolve(FILE) + ": unknown field " + name);
                });
        kustomization.at("resources").texts().forEach(name -> include(folder.resolve(name)));
        for (String component : kustomization.at("components").texts()) {
            // It works on all there is so far.
            add(folder.resolve(component));
        }
        kustomization.at("configMapGenerator").each().forEach(this::generate);
        kustomization.at("patches").each().forEach(patch -> patch(folder, patch));
        transform(kustomization);
    }

    private void include(Path path) {
        if (Files.isDirectory(path)) {
            Kustomize inner = new Kustomize();
            inner.add(path);
            drafts.addAll(inner.drafts);
        } else {
            Documents.read(path).forEach(document -> drafts.add(new Draft(Documents.map(document), false)));
        }
    }

    private void generate(Node entry) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        entry.at("literals").texts().forEach(literal -> {
            String[] parts = literal.split("=", 2);
            data.put(parts[0], parts[1]);
        });
        String name = entry.at("name").text();
        if (entry.at("behavior").text().equals("merge")) {
            merge(name, data);
            return;
        }
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("apiVersion", "v1");
        made.put("kind", "ConfigMap");
        made.put("metadata", Map.of("name", name));
        made.put("data", data);
        drafts.add(new Draft(made, true));
    }

    private void merge(String name, Map<String, @Nullable Object> data) {
        Draft former = drafts.stream()
                .filter(draft -> draft.isGenerated() && draft.is("ConfigMap", name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no ConfigMap to merge with: " + name));
        Map<String, @Nullable Object> merged = Documents.map(former.content().get("data"));
        merged.putAll(data);
        former.content().put("data", merged);
    }

    private void patch(Path folder, Node entry) {
        List<Object> patches = entry.at("path").isPresent()
                ? Documents.read(folder.resolve(entry.at("path").text()))
                : Documents.parse(entry.at("patch").text(), folder.resolve(FILE).toString());
        for (Object patch : patches) {
            Node target = entry.at("target").isPresent() ? entry.at("target") : target(new Node(patch));
            List<Draft> met = drafts.stream()
                    .filter(draft -> isTarget(target, draft.node()))
                    .toList();
            if (met.isEmpty()) {
                throw new IllegalArgumentException(
                        "%s: nothing to patch with %s".formatted(folder.resolve(FILE), entry.value()));
            }
            if (Patch.isDeletion(patch)) {
                drafts.removeAll(met);
            } else {
                met.forEach(draft -> Patch.apply(draft.content(), patch));
            }
        }
    }

    private static Node target(Node patch) {
        return new Node(Map.of("kind", patch.kind(), "name", patch.name()));
    }

    private static boolean isTarget(Node target, Node resource) {
        return target.at("kind").text().equals(resource.kind())
                && (!target.at("name").isPresent() || target.at("name").text().equals(resource.name()));
    }

    private void transform(Node kustomization) {
        String namespace = kustomization.at("namespace").text();
        String prefix = kustomization.at("namePrefix").text();
        if (!namespace.isEmpty()) {
            drafts.stream()
                    .filter(draft -> !draft.node().kind().equals("Namespace"))
                    .forEach(draft -> draft.setMetadata("namespace", namespace));
        }
        if (!prefix.isEmpty()) {
            Names.change(drafts, draft -> prefix + draft.node().name());
        }
        kustomization.at("labels").each().forEach(entry -> drafts.forEach(draft -> Labels.add(draft.content(), entry)));
        kustomization.at("images").each().forEach(image -> Images.change(drafts, image));
    }

    /** Another content has another name, so whoever reads it is started anew. */
    private void addHashes() {
        Names.change(drafts, draft -> {
            String name = draft.node().name();
            long hash = Integer.toUnsignedLong(draft.node().at("data").text().hashCode());
            return draft.isGenerated() ? "%s-%010x".formatted(name, hash) : name;
        });
    }
}
