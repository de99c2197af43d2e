package kontor.images.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one time that everything in an image bears, so that equal content makes equal images. The start archive names
 * the times of the jars it was made from, so they bear it on disk already.
 */
public final class Moment {

    /** As {@code project.build.outputTimestamp}. */
    public static final Instant OF_EVERYTHING = Instant.parse("2026-01-01T00:00:00Z");

    private Moment() {}

    static void giveTo(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> paths = all.filter(path -> !Files.isSymbolicLink(path)).toList();
            for (Path path : paths.reversed()) {
                Files.setLastModifiedTime(path, FileTime.from(OF_EVERYTHING));
            }
        }
    }
}
