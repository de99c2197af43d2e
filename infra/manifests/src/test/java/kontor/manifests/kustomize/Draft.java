package kontor.manifests.kustomize;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource on its way; it is the same one whatever becomes of its content. */
final class Draft {

    private final Map<String, @Nullable Object> content;
    private final boolean generated;

    Draft(Map<String, @Nullable Object> content, boolean generated) {
        this.content = content;
        this.generated = generated;
    }

    Map<String, @Nullable Object> content() {
        return content;
    }

    Node node() {
        return new Node(content);
    }

    /** Whether its name will tell of its content. */
    boolean isGenerated() {
        return generated;
    }

    boolean is(String kind, String name) {
        return node().kind().equals(kind) && node().name().equals(name);
    }

    void setMetadata(String field, String value) {
        Map<String, @Nullable Object> metadata = Documents.map(content.get("metadata"));
        metadata.put(field, value);
        content.put("metadata", metadata);
    }
}
