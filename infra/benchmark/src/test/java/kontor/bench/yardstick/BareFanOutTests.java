package kontor.bench.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kontor.bench.measure.Outcome;
import kontor.bench.shop.Talking;
import org.junit.jupiter.api.Test;

/** The benchmark's own way of talking and listening, at a server that is known to tell everything. */
class BareFanOutTests {

    @Test
    void tellsEachMessageToEachStreamOfItsConversation() {
        try (BareFanOut bare = new BareFanOut(2, 3);
                Talking talking = new Talking(
                        new Talking.Place("bare", bare.address(), Duration.ZERO),
                        bare::tokens,
                        new Talking.Circles(List.of(0L, 1L), 3),
                        new Talking.Load(5, 100))) {
            talking.prepare();

            Outcome outcome = talking.run(Duration.ofMillis(500));

            assertThat(outcome.errors()).isEmpty();
            assertThat(outcome.done()).isEqualTo(50 * 3 * 5);
            assertThat(outcome.latencies().getTotalCount()).isEqualTo(outcome.done());
        }
    }
}
