package kontor.support.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetRefTests {

    @Test
    void refusesAnIdThatNothingCanHave() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetRef(TargetType.ORDER, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new TargetRef(TargetType.ORDER, "1".repeat(41)));
        assertThat(new TargetRef(TargetType.ORDER, "1".repeat(40)).id()).hasSize(40);
    }

    @ParameterizedTest
    @EnumSource
    void findsATypeByItsId(TargetType type) {
        assertThat(TargetType.of(type.id())).isEqualTo(type);
    }
}
