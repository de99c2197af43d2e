package kontor.manifests.shape;

import static java.util.stream.Collectors.toMap;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kontor.manifests.kustomize.Documents;
import kontor.manifests.kustomize.Node;

/** The shape of each kind the manifests use. */
public final class Shapes {

    private static final Map<String, String> OF_KUBERNETES = Map.ofEntries(
            Map.entry("v1 Namespace", "V1Namespace"),
            Map.entry("v1 ServiceAccount", "V1ServiceAccount"),
            Map.entry("v1 Service", "V1Service"),
            Map.entry("v1 ConfigMap", "V1ConfigMap"),
            Map.entry("v1 PersistentVolumeClaim", "V1PersistentVolumeClaim"),
            Map.entry("apps/v1 Deployment", "V1Deployment"),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", "V2HorizontalPodAutoscaler"),
            Map.entry("policy/v1 PodDisruptionBudget", "V1PodDisruptionBudget"),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", "V1NetworkPolicy"));

    private static final List<String> OF_OPERATORS =
            List.of("strimzi", "cloudnative-pg", "keda", "keycloak", "gateway-api", "prometheus", "external-secrets");

    private static final Map<String, Shape> SIMPLE = Map.of(
            "text", Shape.of("a text", String.class),
            "integer", Shape.of("a whole number", Integer.class, Long.class),
            "boolean", Shape.of("true or false", Boolean.class),
            "port", Shape.of("a number or a name", Integer.class, String.class),
            "quantity", Shape.of("a quantity", Integer.class, String.class),
            "anything", Shape.ANYTHING);

    private final Map<String, Shape> shapes = new HashMap<>();

    public Shapes() {
        OF_KUBERNETES.forEach((kind, model) -> shapes.put(kind, Models.named(model)));
        OF_OPERATORS.forEach(this::read);
    }

    /** What is wrong with the fields of a resource. */
    public Stream<String> faultsOf(Node resource) {
        Shape shape = shapes.get(resource.apiVersion() + " " + resource.kind());
        return shape == null
                ? Stream.of("%s: nobody knows %s of %s".formatted(resource, resource.kind(), resource.apiVersion()))
                : shape.faultsOf(resource.toString(), resource.value());
    }

    private void read(String operator) {
        try {
            Path file = Path.of(Objects.requireNonNull(getClass().getResource("/shapes/" + operator + ".yaml"))
                    .toURI());
            for (Object document : Documents.read(file)) {
                Map<String, Node> entries = new Node(document).entries();
                String kind = Objects.requireNonNull(entries.remove("is")).text();
                Map<String, Supplier<Shape>> fields = new HashMap<>(fieldsOf(entries));
                fields.put("apiVersion", () -> Shape.ANYTHING);
                fields.put("kind", () -> Shape.ANYTHING);
                fields.put("metadata", () -> Models.named("V1ObjectMeta"));
                Set<String> required = requiredOf(entries);
                required.add("metadata");
                shapes.put(kind, Shape.fields(fields, required));
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code [x]} a list of x, {@code a | b} one of these words, {@code V1...} as Kubernetes has it. */
    private static Shape parse(Node written) {
        Map<String, Node> entries = written.entries();
        if (entries.containsKey("*")) {
            return Shape.mapOf(() -> parse(Objects.requireNonNull(entries.get("*"))));
        }
        if (!entries.isEmpty()) {
            return Shape.fields(fieldsOf(entries), requiredOf(entries));
        }
        List<Node> each = written.each().toList();
        if (!each.isEmpty()) {
            return Shape.listOf(() -> parse(each.getFirst()));
        }
        String word = written.text();
        Shape simple = SIMPLE.get(word);
        if (simple != null) {
            return simple;
        }
        return word.startsWith("V1") ? Models.named(word) : Shape.oneOf(Set.of(word.split(" \\| ")));
    }

    /** A name with {@code !} must be there. */
    private static Map<String, Supplier<Shape>> fieldsOf(Map<String, Node> entries) {
        return entries.entrySet().stream()
                .collect(toMap(entry -> entry.getKey().replace("!", ""), entry -> () -> parse(entry.getValue())));
    }

    private static Set<String> requiredOf(Map<String, Node> entries) {
        Set<String> required = new HashSet<>();
        entries.keySet().stream()
                .filter(name -> name.endsWith("!"))
                .forEach(name -> required.add(name.replace("!", "")));
        return required;
    }
}
