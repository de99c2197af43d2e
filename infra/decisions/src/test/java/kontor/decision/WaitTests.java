package kontor.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class WaitTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=0 | 0",
                "wait=3 | 3",
                "wait=10 | 10",
                "wait=11 | 10",
                "wait=999999999 | 10",
                "wait=\"4\" | 4",
                "respond-async, wait=5 | 5",
                "wait=5; x=y | 5",
                "wait=1, wait=9 | 1",
            })
    void takesThePreferenceOfTheCaller(String preference, long seconds) {
        Wait wait = Wait.of(List.of(preference));
        HttpHeaders headers = new HttpHeaders();
        wait.applyTo(headers);

        assertThat(wait).isEqualTo(new Wait(Duration.ofSeconds(seconds), true));
        assertThat(headers.getFirst("Preference-Applied")).isEqualTo("wait=" + seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wait", "wait=", "wait=-1", "wait=1.5", "wait=x", "wait=9999999999", "await=3"})
    void waitsAsUsualWithoutAPreferenceThatCanBeRead(String preference) {
        assertThat(Wait.of(List.of(preference))).isEqualTo(Wait.of(null));
    }

    @Test
    void waitsTwoSecondsUnlessAskedTo() {
        HttpHeaders headers = new HttpHeaders();
        Wait.of(null).applyTo(headers);

        assertThat(Wait.of(null).limit()).hasSeconds(2);
        assertThat(headers.isEmpty()).isTrue();
    }
}
