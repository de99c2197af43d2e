package kontor.importer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import kontor.importer.reading.Findings;
import kontor.importer.reading.Refused;
import kontor.importer.source.Community;
import kontor.importer.source.Goods;
import kontor.importer.source.Table;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that users and products show now, by the id of their upload. Older ones, which the source keeps without
 * showing them, are left aside.
 */
public record Pictures(Map<Long, Path> files) {

    private static final long BYTES_MAX = 5L << 20;
    private static final long PIXELS_MAX = 25_000_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

    public static Pictures none() {
        return new Pictures(Map.of());
    }

    /** How many pictures are shown now. */
    public static int shownBy(Community community) {
        return shown(community).size();
    }

    /** Refuses what is missing in the folder, or is no square picture (C-11). */
    public static Pictures in(Path folder, Community community) {
        if (!Files.isDirectory(folder)) {
            throw new Refused("%s is no folder with pictures.".formatted(folder));
        }
        Findings findings = new Findings();
        Set<Long> shown = shown(community);
        Map<Long, Path> files = new HashMap<>();
        for (Goods.Upload upload : community.goods().uploads()) {
            if (shown.contains(upload.id())) {
                @Nullable Path file = plain(folder, upload.filename());
                Optional<String> fault = file == null ? Optional.of("is no name of a file") : fault(file);
                fault.ifPresent(what -> findings.add(
                        Table.UPLOADS, upload.id(), "the picture %s %s".formatted(upload.filename(), what)));
                if (file != null) {
                    files.put(upload.id(), file);
                }
            }
        }
        findings.refuse();
        return new Pictures(files);
    }

    private static Set<Long> shown(Community community) {
        Set<Long> shown = new HashSet<>();
        community.people().users().stream()
                .map(user -> user.uploadId())
                .filter(Objects::nonNull)
                .forEach(shown::add);
        community.goods().products().stream()
                .map(product -> product.uploadId())
                .filter(Objects::nonNull)
                .forEach(shown::add);
        return shown;
    }

    /** Nothing but a file right in the folder: the name comes from a file that somebody else wrote. */
    private static @Nullable Path plain(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return folder.normalize().equals(file.getParent()) && !Files.isSymbolicLink(file) ? file : null;
        } catch (InvalidPathException noName) {
            return null;
        }
    }

    private static Optional<String> fault(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of("is not in the folder");
        }
        try {
            return Files.size(file) > BYTES_MAX ? Optional.of("has more than 5 MiB") : faultOfContent(file);
        } catch (IOException | RuntimeException broken) {
            return Optional.of("is broken");
        }
    }

    private static Optional<String> faultOfContent(Path file) throws IOException {
        try (ImageInputStream bytes = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                return Optional.of("is no PNG, JPEG or GIF");
            }
            ImageReader reader = readers.next();
            try {
                if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    return Optional.of("is no PNG, JPEG or GIF");
                }
                reader.setInput(bytes);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width != height) {
                    return Optional.of("is not square but %d x %d".formatted(width, height));
                }
                return width * height > PIXELS_MAX ? Optional.of("has too many pixels") : Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }
}
