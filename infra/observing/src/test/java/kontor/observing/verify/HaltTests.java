package kontor.observing.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import kontor.platform.rejection.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HaltTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Halt halt = new Halt(new KafkaListenerEndpointRegistry(), meters);

    @ParameterizedTest
    @ValueSource(strings = {"INV-01", "INV-03", "INV-16"})
    void isOnWhileTheBooksAreWrong(String invariant) {
        halt.follow(Map.of(invariant, 1.0));
        assertThat(halt.isOn()).isTrue();
        assertThat(gauge()).isEqualTo(1);

        halt.follow(Map.of(invariant, 0.0));
        assertThat(halt.isOn()).isFalse();
        assertThat(gauge()).isZero();
    }

    @Test
    void isOffWhateverElseIsWrong() {
        halt.follow(Map.of("INV-24", 100.0, "INV-01", 0.0));

        assertThat(halt.isOn()).isFalse();
    }

    @Test
    void staysAsItIsWhenNothingIsKnown() {
        halt.follow(Map.of("INV-01", Double.NaN));
        assertThat(halt.isOn()).isFalse();

        halt.follow(Map.of("INV-01", 1.0));
        halt.follow(Map.of("INV-01", Double.NaN));
        assertThat(halt.isOn()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void letsReadsThrough(String method) {
        halt.follow(Map.of("INV-01", 1.0));

        assertThat(guard(method)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void refusesWritesOnlyWhileItIsOn(String method) {
        assertThat(guard(method)).isTrue();

        halt.follow(Map.of("INV-01", 1.0));

        assertThatThrownBy(() -> guard(method)).isInstanceOf(Unavailable.class);
    }

    private boolean guard(String method) {
        return new WriteGuard(halt)
                .preHandle(new MockHttpServletRequest(method, "/"), new MockHttpServletResponse(), this);
    }

    private double gauge() {
        return meters.get("platform.halted").gauge().value();
    }
}
