package kontor.manifests.kustomize;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Renames resources, and with them what refers to them. */
final class Names {

    /** A place that names a resource of the kind. */
    private record Reference(String from, String path, String to) {}

    private static final String POD = "spec/template/spec/";

    private static final List<Reference> REFERENCES = List.of(
            new Reference("Deployment", POD + "serviceAccountName", "ServiceAccount"),
            new Reference("Deployment", POD + "containers/envFrom/configMapRef/name", "ConfigMap"),
            new Reference("Deployment", POD + "volumes/configMap/name", "ConfigMap"),
            new Reference("Deployment", POD + "volumes/persistentVolumeClaim/claimName", "PersistentVolumeClaim"),
            new Reference("HorizontalPodAutoscaler", "spec/scaleTargetRef/name", "Deployment"));

    private Names() {}

    /** All at once: a name that is new to one may be old to another. */
    static void change(List<Draft> drafts, Function<Draft, String> names) {
        Map<Draft, String> renamed = drafts.stream().collect(toMap(draft -> draft, names));
        for (Reference reference : REFERENCES) {
            drafts.stream()
                    .filter(draft -> draft.node().kind().equals(reference.from()))
                    .forEach(draft -> replace(
                            draft.content(),
                            reference.path().split("/", -1),
                            0,
                            name -> drafts.stream()
                                    .filter(other -> other.is(reference.to(), name))
                                    .map(renamed::get)
                                    .findFirst()
                                    .orElse(name)));
        }
        renamed.forEach((draft, name) -> draft.setMetadata("name", name));
    }

    @SuppressWarnings("unchecked")
    private static void replace(@Nullable Object parent, String[] steps, int depth, UnaryOperator<String> names) {
        if (parent instanceof List<?> list) {
            list.forEach(element -> replace(element, steps, depth, names));
        } else if (parent instanceof Map<?, ?> map) {
            if (depth < steps.length - 1) {
                replace(map.get(steps[depth]), steps, depth + 1, names);
            } else if (map.get(steps[depth]) instanceof String name) {
                ((Map<String, @Nullable Object>) map).put(steps[depth], names.apply(name));
            }
        }
    }
}
