package kontor.gateway.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingTimeTests {

    private static final Duration MAX = Duration.ofSeconds(10);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=3 | 3",
                "respond-async, wait=10 | 10",
                "respond-async;wait=4 | 4",
                "wait = 5 | 5",
                "wait=\"6\" | 6",
                "wait=99 | 10",
                "wait=99999999999 | 0",
                "wait=-1 | 0",
                "wait=x | 0",
                "await=3 | 0",
                "return=minimal | 0",
            })
    void readsWhatThePreferenceSays(String header, int seconds) {
        assertThat(WaitingTime.asked(List.of(header), MAX)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void isNothingWithoutAPreference() {
        assertThat(WaitingTime.asked(null, MAX)).isZero();
    }
}
