package kontor.manifests.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of one resource: a list of operations (JSON Patch), or a piece that is laid over it (strategic merge). */
final class Patch {

    private static final String DIRECTIVE = "$patch";

    /** By what elements of a list are the same one; all other lists are replaced as a whole. */
    private static final Map<String, String> KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "env", "name",
            "volumes", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort");

    private Patch() {}

    static boolean isDeletion(Object patch) {
        return "delete".equals(new Node(patch).at(DIRECTIVE).text());
    }

    static void apply(Map<String, @Nullable Object> resource, Object patch) {
        if (patch instanceof List<?> operations) {
            operations.forEach(operation -> operate(resource, new Node(operation)));
        } else {
            lay(resource, Documents.map(patch), new Node(resource).apiVersion().matches("v1|apps/v1"));
        }
    }

    private static void lay(Map<String, @Nullable Object> under, Map<String, @Nullable Object> over, boolean byKeys) {
        over.forEach((name, value) -> {
            @Nullable Object former = under.get(name);
            if (value == null) {
                under.remove(name);
            } else if (former instanceof Map<?, ?> && value instanceof Map<?, ?>) {
                Map<String, @Nullable Object> merged = Documents.map(former);
                lay(merged, Documents.map(value), byKeys);
                under.put(name, merged);
            } else if (former instanceof List<?> && value instanceof List<?> && byKeys && KEYS.containsKey(name)) {
                under.put(name, merged(former, value, Objects.requireNonNull(KEYS.get(name))));
            } else {
                under.put(name, Documents.copy(value));
            }
        });
    }

    /** What is new comes first. */
    private static List<@Nullable Object> merged(Object under, Object over, String key) {
        List<@Nullable Object> merged = Documents.list(under);
        List<@Nullable Object> added = new ArrayList<>();
        for (@Nullable Object element : Documents.list(over)) {
            Object identity = new Node(element).at(key).text();
            int place = -1;
            for (int index = 0; index < merged.size(); index++) {
                if (new Node(merged.get(index)).at(key).text().equals(identity)) {
                    place = index;
                }
            }
            if (place < 0) {
                added.add(element);
            } else {
                Map<String, @Nullable Object> laid = Documents.map(merged.get(place));
                lay(laid, Documents.map(element), true);
                merged.set(place, laid);
            }
        }
        added.addAll(merged);
        return added;
    }

    @SuppressWarnings("unchecked")
    private static void operate(Map<String, @Nullable Object> resource, Node operation) {
        String[] steps = operation.at("path").text().substring(1).split("/", -1);
        Object parent = resource;
        for (int index = 0; index < steps.length - 1; index++) {
            parent = child(parent, unescaped(steps[index]), operation);
        }
        String last = unescaped(steps[steps.length - 1]);
        boolean removes = operation.at("op").text().equals("remove");
        if (!removes && !operation.at("op").text().matches("add|replace")) {
            throw new IllegalArgumentException("unknown operation " + operation.value());
        }
        if (!operation.at("op").text().equals("add")) {
            child(parent, last, operation);
        }
        if (parent instanceof List<?> list) {
            operate((List<Object>) list, last, removes, operation);
        } else if (removes) {
            ((Map<String, @Nullable Object>) parent).remove(last);
        } else {
            ((Map<String, @Nullable Object>) parent).put(last, value(operation));
        }
    }

    private static void operate(List<Object> list, String last, boolean removes, Node operation) {
        if (last.equals("-")) {
            list.add(value(operation));
        } else if (removes) {
            list.remove(Integer.parseInt(last));
        } else if (operation.at("op").text().equals("add")) {
            list.add(Integer.parseInt(last), value(operation));
        } else {
            list.set(Integer.parseInt(last), value(operation));
        }
    }

    private static Object value(Node operation) {
        return Objects.requireNonNull(Documents.copy(operation.at("value").value()));
    }

    private static Object child(Object parent, String step, Node operation) {
        @Nullable
        Object child = parent instanceof List<?> list
                ? list.get(Integer.parseInt(step))
                : new Node(parent).at(step).value();
        if (child == null) {
            throw new IllegalArgumentException(
                    "nothing at " + operation.at("path").text());
        }
        return child;
    }

    private static String unescaped(String step) {
        return step.replace("~1", "/").replace("~0", "~");
    }
}
