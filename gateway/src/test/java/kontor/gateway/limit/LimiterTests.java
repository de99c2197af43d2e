package kontor.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimiterTests {

    private static final LimitSettings.Rate TEN_AN_HOUR = new LimitSettings.Rate(10, Duration.ofHours(1), 10);

    @Test
    void refusesTheOneTooManyAndTellsHowLongToWait() {
        Limiter<String> limiter = new Limiter<>(TEN_AN_HOUR, 100);
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.take("a")).isNull();
        }

        assertThat(limiter.take("a")).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
    }

    @Test
    void leavesOthersAlone() {
        Limiter<String> limiter = new Limiter<>(TEN_AN_HOUR, 100);
        for (int i = 0; i < 1000; i++) {
            limiter.take("greedy");
        }

        assertThat(limiter.take("modest")).isNull();
    }

    @Test
    void letsExactlyTheBurstPassUnderConcurrency() {
        Limiter<String> limiter = new Limiter<>(TEN_AN_HOUR, 100);
        AtomicInteger passed = new AtomicInteger();

        IntStream.range(0, 10_000).parallel().forEach(_ -> {
            if (limiter.take("a") == null) {
                passed.incrementAndGet();
            }
        });

        assertThat(passed).hasValue(10);
    }

    @Test
    void remembersABoundedNumberHoweverManyCome() {
        Limiter<Integer> limiter = new Limiter<>(TEN_AN_HOUR, 1000);

        for (int key = 0; key < 200_000; key++) {
            limiter.take(key);
        }

        assertThat(limiter.remembered()).isLessThanOrEqualTo(1000);
    }
}
