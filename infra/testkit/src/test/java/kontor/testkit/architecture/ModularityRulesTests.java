package kontor.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ModularityRulesTests {

    private static final String SAMPLES = "kontor.testkit.samples.";

    @Test
    void findsACycle() {
        assertThatThrownBy(() -> ModularityRules.check(SAMPLES + "cycle", location -> true))
                .hasMessageContaining("Cycle detected");
    }

    @Test
    void findsAReachIntoTheInside() {
        assertThatThrownBy(() -> ModularityRules.check(SAMPLES + "inside", location -> true))
                .hasMessageContaining("non-exposed type");
    }

    @Test
    void findsNothingInCodeThatKeepsTheRules() {
        assertThatCode(() -> ModularityRules.check(SAMPLES + "good", location -> true))
                .doesNotThrowAnyException();
    }
}
