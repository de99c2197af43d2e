package kontor.support.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.WrongOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    @Test
    void readsInstantsOfAnyZone() {
        assertThat(Period.of("2026-06-01T00:00:00+02:00", null))
                .isEqualTo(new Period(Instant.parse("2026-05-31T22:00:00Z"), null));
    }

    @Test
    void hasToBeginBeforeItEnds() {
        assertThatThrownBy(() -> Period.of("2026-06-01T00:00:00Z", "2026-06-01T02:00:00+02:00"))
                .isInstanceOf(WrongOrder.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-06-01", "2026-06-01T00:00:00", "+10000-01-01T00:00:00Z", "now"})
    void refusesWhatIsNoInstant(String text) {
        assertThatThrownBy(() -> Period.of(null, text)).isInstanceOf(InvalidField.class);
    }
}
