package kontor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTests {

    @Test
    void measuresThreeRoundsUnlessToldOtherwise() {
        assertThat(BenchOptions.parse("shelf", List.of()))
                .isEqualTo(new BenchOptions("shelf", 10, 3, 96, 32, Optional.empty()));
    }

    @Test
    void takesWhatItIsTold() {
        List<String> arguments = List.of(
                "--rounds", "5", "--seconds", "20", "--members", "40", "--connections", "8", "--json", "figures.json");

        assertThat(BenchOptions.parse("orders", arguments))
                .isEqualTo(new BenchOptions("orders", 20, 5, 40, 8, Optional.of(Path.of("figures.json"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--rounds", "--rounds 0", "--seconds x", "--members 601", "--fast", "--members 10"})
    void refusesWhatItDoesNotUnderstand(String arguments) {
        assertThatThrownBy(() -> BenchOptions.parse("shelf", List.of(arguments.split(" "))))
                .isInstanceOf(Trouble.class);
    }
}
