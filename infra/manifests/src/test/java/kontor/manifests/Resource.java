package kontor.manifests;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** A file beside the tests. */
final class Resource {

    private Resource() {}

    static Path path(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(Resource.class.getResource(name)).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
