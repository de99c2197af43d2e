package kontor.manifests.kustomize;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another registry, version or digest for an image. */
final class Images {

    private Images() {}

    static void change(List<Draft> drafts, Node image) {
        drafts.stream()
                .filter(draft -> draft.node().kind().equals("Deployment"))
                .forEach(draft -> draft.node()
                        .at("spec", "template", "spec", "containers")
                        .each()
                        .forEach(container -> change(container, image)));
    }

    @SuppressWarnings("unchecked")
    private static void change(Node container, Node image) {
        String former = container.at("image").text();
        int colon = former.lastIndexOf(':');
        String name = former.substring(0, colon);
        if (!name.equals(image.at("name").text()) || !(container.value() instanceof Map<?, ?> map)) {
            return;
        }
        String other = image.at("newName").isPresent() ? image.at("newName").text() : name;
        String version = image.at("digest").isPresent()
                ? "@" + image.at("digest").text()
                : ":" + (image.at("newTag").isPresent() ? image.at("newTag").text() : former.substring(colon + 1));
        ((Map<String, @Nullable Object>) map).put("image", other + version);
    }
}
