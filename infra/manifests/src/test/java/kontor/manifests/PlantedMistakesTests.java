package kontor.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each rule has been seen red: a mistake is written into a copy of the manifests, and somebody has to tell of it. */
class PlantedMistakesTests {

    private static final Path CHECKOUT = Path.of("../..").toAbsolutePath().normalize();
    private static final Sources SOURCES = new Sources(CHECKOUT);

    @TempDir
    private Path folder = Path.of("");

    /** File below k8s | text in it | the mistake in its place | what is told of it. A line end is written as ~. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(
            resources = "/planted-mistakes.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            ignoreLeadingAndTrailingWhitespace = true)
    void isTold(String file, String text, String mistake, String told) throws IOException {
        PlantedMistake.copy(CHECKOUT.resolve("k8s"), folder);
        new PlantedMistake(text, mistake).plantIn(folder.resolve(file));

        Shop shop = Shop.of(folder.resolve("overlays/prod"), SOURCES);

        List<String> faults = ManifestRule.ALL.stream()
                .flatMap(rule -> rule.faultsOf(shop).stream())
                .toList();
        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(told));
    }
}
