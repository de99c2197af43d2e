package kontor.manifests.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kontor.manifests.PlantedMistake;
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
        for (Path part : List.of(Watch.FOLDER, Watch.RUNBOOKS)) {
            PlantedMistake.copy(CHECKOUT.resolve(part), folder.resolve(part));
        }
        new PlantedMistake(bars(text), mistake == null ? null : bars(mistake))
                .plantIn(folder.resolve("infra").resolve(file));

        Watch watch = Watch.of(folder, CHECKOUT);

        List<String> faults = WatchRule.ALL.stream()
                .flatMap(rule -> rule.faultsOf(watch).stream())
                .toList();
        assertThat(faults).anySatisfy(fault -> assertThat(fault).contains(told));
    }

    private static String bars(String text) {
        return text.replace('!', '|');
    }
}
