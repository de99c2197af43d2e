package kontor.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text in a file and what somebody wrote in its place; in tables a line end is written as ~. */
public record PlantedMistake(String text, @Nullable String mistake) {

    /** A copy of everything below this folder, in which a mistake can be planted. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    public void plantIn(Path file) throws IOException {
        String before = Files.readString(file);
        String after = before.replace(lines(text), mistake == null ? "" : lines(mistake));
        assertThat(after).as("the text is there").isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private static String lines(String text) {
        return text.replace('~', '\n');
    }
}
