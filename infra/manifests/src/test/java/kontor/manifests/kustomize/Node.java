package kontor.manifests.kustomize;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A part of a document. What is not there is a part without value, so that paths can be read without asking. */
public record Node(@Nullable Object value) {

    private static final Node NOTHING = new Node(null);

    public boolean isPresent() {
        return value != null;
    }

    public Node at(String... keys) {
        Node node = this;
        for (String key : keys) {
            node = node.value instanceof Map<?, ?> map ? new Node(map.get(key)) : NOTHING;
        }
        return node;
    }

    /** As it would be written, or an empty text. */
    public String text() {
        return value == null ? "" : String.valueOf(value);
    }

    public int number() {
        return value instanceof Number number ? number.intValue() : 0;
    }

    public Stream<Node> each() {
        return value instanceof List<?> list ? list.stream().map(Node::new) : Stream.empty();
    }

    public List<String> texts() {
        return each().map(Node::text).toList();
    }

    /** In the order of the document. */
    public Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> entries.put(String.valueOf(key), new Node(each)));
        }
        return entries;
    }

    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        entries().forEach((key, each) -> labels.put(key, each.text()));
        return labels;
    }

    public String apiVersion() {
        return at("apiVersion").text();
    }

    public String kind() {
        return at("kind").text();
    }

    public String name() {
        return at("metadata", "name").text();
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
