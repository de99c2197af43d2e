package kontor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import kontor.local.stack.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockMoveTests {

    @ParameterizedTest
    @CsvSource({"+30s,PT30S", "+5m,PT5M", "+2h,PT2H", "+14d,PT336H", "+1w,PT168H"})
    void readsTheUsualUnits(String move, Duration meant) {
        assertThat(ClockMove.parse(move)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"14d", "-1d", "+d", "+1y", "+9999999d", "+1.5h", ""})
    void refusesOthersAndTheWayBack(String move) {
        assertThatThrownBy(() -> ClockMove.parse(move))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("+14d");
    }

    @Test
    void sendsWhatServicesCanRead() {
        assertThat(Duration.parse(ClockMove.parse("+14d").toString())).isEqualTo(Duration.ofDays(14));
    }
}
