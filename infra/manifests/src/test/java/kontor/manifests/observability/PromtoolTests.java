package kontor.manifests.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus itself says, where its tool is at hand: on the path, or where {@code KONTOR_PROMTOOL} says. */
class PromtoolTests {

    private static final Path FOLDER =
            Path.of("../..").resolve(Watch.FOLDER).toAbsolutePath().normalize();

    private static final Optional<Path> PROMTOOL = promtool();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void isAtHand() {
        assumeThat(PROMTOOL)
                .as("promtool is neither on the path nor named by KONTOR_PROMTOOL: rules are read, and not tried")
                .isPresent();
    }

    @Test
    void takesTheConfiguration() throws IOException, InterruptedException {
        assertThat(promtool(List.of(
                        "check", "config", FOLDER.resolve("prometheus.yml").toString())))
                .isEqualTo("0");
    }

    @Test
    void findsThatAlertsFireAndAreSilent() throws IOException, InterruptedException {
        assertThat(promtool(tests(FOLDER))).isEqualTo("0");
    }

    @Test
    void findsAnAlertThatNeverFires() throws IOException, InterruptedException {
        for (String part : List.of("rules", "tests")) {
            Files.createDirectories(folder.resolve(part));
            String text = Files.readString(FOLDER.resolve(part).resolve("messaging.yaml"));
            Files.writeString(folder.resolve(part).resolve("messaging.yaml"), text.replace("> 60", "> 6000"));
        }

        assertThat(promtool(tests(folder))).contains("OutboxStuck");
    }

    private static List<String> tests(Path folder) {
        List<String> arguments = new ArrayList<>(List.of("test", "rules"));
        Watch.list(folder.resolve("tests"), ".yaml").map(Path::toString).forEach(arguments::add);
        return arguments;
    }

    /** "0" if it is content, or what it says. */
    private String promtool(List<String> arguments) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        List<String> command = new ArrayList<>(List.of(PROMTOOL.orElseThrow().toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = process.waitFor();
        return code == 0 ? "0" : Files.readString(said, StandardCharsets.UTF_8);
    }

    private static Optional<Path> promtool() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(place -> Path.of(place, "promtool"));
        return Stream.concat(Stream.ofNullable(System.getenv("KONTOR_PROMTOOL")).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
