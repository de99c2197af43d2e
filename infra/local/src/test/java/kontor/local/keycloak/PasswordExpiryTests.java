package kontor.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordExpiryTests {

    @Test
    void isAYearUnlessTheOperatorSaysOtherwise() {
        assertThat(PasswordExpiry.days(Map.of())).isEqualTo("365");
        assertThat(PasswordExpiry.days(Map.of(PasswordExpiry.VARIABLE, " 90 "))).isEqualTo("90");
    }

    @Test
    void isALifetimeForNever() {
        assertThat(PasswordExpiry.days(Map.of(PasswordExpiry.VARIABLE, "0"))).isEqualTo("36500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "soon", "1.5", "36501", "", "9999999999"})
    void refusesWhatIsNoNumberOfDays(String value) {
        assertThatThrownBy(() -> PasswordExpiry.days(Map.of(PasswordExpiry.VARIABLE, value)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("'" + value + "'");
    }
}
