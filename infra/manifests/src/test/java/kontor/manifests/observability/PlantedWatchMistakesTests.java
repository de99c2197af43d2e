package kontor.manifests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule has been seen red: a mistake is written into a copy, and somebody has to tell of it. */
class PlantedWatchMistakesTests {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    private Path folder = Path.of("");

    /**
     * File below infra | text in it | the mistake in its place | what is told of it. A line end is written as ~, a bar
     * as !.
     */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(
            resources = "/observability/planted-mistakes.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = true)
    void isTold(String file, String text, String mistake, String told) throws IOException {
        copy(Watch.FOLDER);
        copy(Watch.RUNBOOKS);
        Path planted = folder.resolve("infra").resolve(file);
        String before = Files.readString(planted);
        String after = before.replace(lines(text), mistake == null ? "" : lines(mistake));
        assertThat(after).as("the text is there").isNotEqualTo(before);
        Files.writeString(planted, after);

        Watch watch = Watch.of(folder, CHECKOUT);

        List<String> faults = WatchRule.ALL.stream()
                .flatMap(rule -> rule.faultsOf(watch).stream())
                .toList();
        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(told));
    }

    private static String lines(String text) {
        return text.replace('~', '\n').replace('!', '|');
    }

    private void copy(Path part) throws IOException {
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve(part))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(CHECKOUT.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
