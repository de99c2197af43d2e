package kontor.manifests.kustomize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds labels, and where they belong into selectors too. */
final class Labels {

    /** A place of labels; kustomize makes some of them if they are not there. */
    private record Place(String kind, String path, boolean made) {}

    private static final Place ITS_OWN = new Place("", "metadata/labels", true);

    private static final List<Place> SELECTORS = List.of(
            new Place("Service", "spec/selector", true),
            new Place("Deployment", "spec/selector/matchLabels", true),
            new Place("Deployment", "spec/template/metadata/labels", true),
            new Place("Deployment", "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels", false),
            new Place("PodDisruptionBudget", "spec/selector/matchLabels", false),
            new Place("NetworkPolicy", "spec/podSelector/matchLabels", false),
            new Place("NetworkPolicy", "spec/ingress/from/podSelector/matchLabels", false),
            new Place("NetworkPolicy", "spec/egress/to/podSelector/matchLabels", false));

    private Labels() {}

    static void add(Map<String, @Nullable Object> resource, Node entry) {
        Map<String, String> pairs = entry.at("pairs").labels();
        put(resource, ITS_OWN, pairs);
        if (entry.at("includeSelectors").text().equals("true")) {
            SELECTORS.forEach(place -> put(resource, place, pairs));
        }
        entry.at("fields")
                .each()
                .map(field -> new Place(
                        field.at("kind").text(),
                        field.at("path").text(),
                        field.at("create").text().equals("true")))
                .forEach(place -> put(resource, place, pairs));
    }

    private static void put(Map<String, @Nullable Object> resource, Place place, Map<String, String> pairs) {
        if (place.kind().isEmpty() || place.kind().equals(new Node(resource).kind())) {
            put(resource, place.path().split("/", -1), 0, place.made(), pairs);
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(
            @Nullable Object parent, String[] steps, int depth, boolean made, Map<String, String> pairs) {
        if (parent instanceof List<?> list) {
            list.forEach(element -> put(element, steps, depth, made, pairs));
        } else if (parent instanceof Map<?, ?> map) {
            if (depth == steps.length) {
                ((Map<String, @Nullable Object>) map).putAll(pairs);
                return;
            }
            if (made && !map.containsKey(steps[depth])) {
                ((Map<String, @Nullable Object>) map).put(steps[depth], new LinkedHashMap<String, @Nullable Object>());
            }
            put(map.get(steps[depth]), steps, depth + 1, made, pairs);
        }
    }
}
