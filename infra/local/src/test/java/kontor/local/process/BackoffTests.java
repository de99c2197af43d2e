package kontor.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTests {

    @Test
    void startsShortAndDoubles() {
        assertThat(Backoff.after(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(3)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void neverWaitsLongerThanHalfAMinute() {
        assertThat(Backoff.after(6)).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(30));
    }
}
