package kontor.testkit.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All text files of the repository as they lie in the working tree, what is built or ignored left out. */
record Checkout(Path root, List<TextFile> files) {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode", ".local", "node_modules");
    private static final long TEXT_BYTES_MAX = 1 << 20;

    /** The checkout this process runs in: the nearest folder upwards whose pom lists the modules. */
    static Checkout around(Path start) {
        for (Path folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (isRoot(folder)) {
                return at(folder);
            }
        }
        throw new IllegalStateException("No pom.xml with modules above " + start);
    }

    static Checkout at(Path root) {
        List<TextFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(root)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && attributes.size() <= TEXT_BYTES_MAX) {
                        text(file).ifPresent(text -> files.add(new TextFile(relative(root, file), text)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException("Not readable: " + root, failed);
        }
        return new Checkout(root, List.copyOf(files));
    }

    Stream<TextFile> java() {
        return files.stream().filter(TextFile::isJava).filter(file -> !file.isSample());
    }

    Stream<TextFile> in(String folder) {
        return files.stream().filter(file -> file.path().startsWith(folder));
    }

    Optional<TextFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** Folders of the deployables: they have a pom, an image and a page. */
    Stream<String> deployables() {
        return files.stream()
                .map(TextFile::path)
                .filter(path -> path.endsWith("-service/pom.xml") || path.equals("gateway/pom.xml"))
                .map(path -> path.substring(0, path.indexOf('/')));
    }

    private static boolean isRoot(Path folder) {
        Path pom = folder.resolve("pom.xml");
        return Files.exists(pom) && text(pom).orElse("").contains("<modules>");
    }

    private static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static Optional<String> text(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
        } catch (MalformedInputException binary) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("Not readable: " + file, failed);
        }
    }
}
