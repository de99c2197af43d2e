package kontor.support.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import kontor.support.promise.OpeningHours.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTests {

    @Test
    void readsDaysAndHours() {
        OpeningHours hours = OpeningHours.of("mon-Tue 13:00-17:30,TUE 09:00-12:00 , Sun 00:00-24:00");

        assertThat(hours.isAlways()).isFalse();
        assertThat(hours.on(DayOfWeek.MONDAY)).containsExactly(new Window(780, 1050));
        assertThat(hours.on(DayOfWeek.TUESDAY)).containsExactly(new Window(540, 720), new Window(780, 1050));
        assertThat(hours.on(DayOfWeek.WEDNESDAY)).isEmpty();
        assertThat(hours.on(DayOfWeek.SUNDAY)).containsExactly(new Window(0, 1440));
    }

    @ParameterizedTest
    @ValueSource(strings = {"always", " Always "})
    void isAlwaysOpenWithoutHours(String text) {
        assertThat(OpeningHours.of(text).isAlways()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "never",
                "Mon",
                "Mon 9:00-17:00",
                "Mon 09:00",
                "Mon 09:00-24:01",
                "Mon 09:60-17:00",
                "Mon 17:00-09:00",
                "Mon 09:00-09:00",
                "Mon 25:00-26:00",
                "Mon-Fry 09:00-17:00",
                "Fri-Mon 09:00-17:00",
                "Mon 09:00-12:00, Mon 11:00-17:00",
                "Mon-Wed 09:00-12:00, Tue 08:00-09:01",
                "Mon 09:00-17:00,",
                "Mon 09:00-17:00; Tue 09:00-17:00",
                "Mon 09:00-09:59",
                "always, Mon 09:00-17:00",
            })
    void refusesWhatNobodyCouldKeep(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.of(text));
    }
}
