package kontor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kontor.bench.BenchOptions.Streams;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTests {

    @Test
    void measuresThreeRoundsUnlessToldOtherwise() {
        assertThat(BenchOptions.parse("shelf", List.of()))
                .isEqualTo(new BenchOptions("shelf", 10, 3, 96, 32, Optional.empty(), Streams.OF_THE_GOAL));
    }

    @Test
    void takesWhatItIsTold() {
        List<String> arguments = List.of(
                "--rounds", "5", "--seconds", "20", "--members", "40", "--connections", "8", "--json", "figures.json");

        assertThat(BenchOptions.parse("orders", arguments))
                .isEqualTo(new BenchOptions(
                        "orders", 20, 5, 40, 8, Optional.of(Path.of("figures.json")), Streams.OF_THE_GOAL));
    }

    @Test
    void opensAsManyStreamsAsItIsTold() {
        BenchOptions options =
                BenchOptions.parse("chat", List.of("--members", "400", "--streams", "2000", "--deliveries", "5000"));

        assertThat(options.streams()).isEqualTo(new Streams(2000, 5000));
        assertThat(BenchOptions.parse("chat", List.of()).members()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--rounds 0", "--seconds x", "--members 601", "--fast", "--members 10"})
    void refusesWhatItDoesNotUnderstand(String arguments) {
        assertThatThrownBy(() -> BenchOptions.parse("shelf", List.of(arguments.split(" "))))
                .isInstanceOf(Trouble.class);
    }
}
