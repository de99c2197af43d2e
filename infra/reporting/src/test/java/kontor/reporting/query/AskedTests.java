package kontor.reporting.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.WrongOrder;
import kontor.reporting.figure.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTests {

    @Test
    void coversAHalfOpenRangeOfDaysAndTheMonthsOfItsBounds() {
        Question may = Asked.of("2026-05-01", "2026-06-01", List.of());

        assertThat(may.covers("2026-05-01")).isTrue();
        assertThat(may.covers("2026-05-31")).isTrue();
        assertThat(may.covers("2026-06-01")).isFalse();
        assertThat(may.covers("2026-05")).isTrue();
        assertThat(may.covers("2026-06")).isFalse();
        assertThat(Asked.of(null, null, List.of()).covers("2026-05-01")).isTrue();
    }

    @Test
    void coversMomentsOfAnyZone() {
        Question morning = Asked.of("2026-05-04T10:00:00+02:00", "2026-05-04T08:30:00.5Z", List.of());

        assertThat(morning.covers(Instant.parse("2026-05-04T08:00:00Z"))).isTrue();
        assertThat(morning.covers(Instant.parse("2026-05-04T08:30:00.5Z"))).isFalse();
    }

    @Test
    void takesConditionsWhoseValuesHaveColons() {
        assertThat(Asked.of(null, null, List.of("check:a:b")).value("check")).contains("a:b");
    }

    @Test
    void refusesAnEndThatIsNotBehindTheBegin() {
        assertThatThrownBy(() -> Asked.of("2026-05-01", "2026-05-01", List.of()))
                .isInstanceOf(WrongOrder.class);
        assertThatThrownBy(() -> Asked.of("2026-05-04T09:00:00Z", "2026-05-04T10:00:00+02:00", List.of()))
                .isInstanceOf(WrongOrder.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026", "2026-05-04T10:00:00"})
    void refusesWhatIsNoBound(String bound) {
        assertThatThrownBy(() -> Asked.of(bound, null, List.of())).isInstanceOf(InvalidField.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour", ":red", "from:2026-05-01"})
    void refusesWhatIsNoCondition(String where) {
        assertThatThrownBy(() -> Asked.of(null, null, List.of(where))).isInstanceOf(InvalidField.class);
    }
}
