package kontor.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import kontor.bench.machine.Usage;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    @Test
    void isOverWhenTheCostNoLongerFalls() {
        WarmUp warmUp = new WarmUp();

        add(warmUp, 900, 400, 300, 290, 280, 300);
        assertThat(warmUp.isOver()).isFalse();

        add(warmUp, 280, 285, 290);
        assertThat(warmUp.isOver()).isTrue();
        assertThat(warmUp.stoodStill()).isTrue();
    }

    @Test
    void isNotFooledByAFewRunsThatCostAlike() {
        WarmUp warmUp = new WarmUp();

        add(warmUp, 900, 800, 700, 500, 500, 500);

        assertThat(warmUp.isOver()).isFalse();
    }

    @Test
    void endsThoughTheCostStillFallsAndSaysSo() {
        WarmUp warmUp = new WarmUp();

        long cost = 1_000_000;
        for (int run = 0; run < 40; run++) {
            assertThat(warmUp.isOver()).isFalse();
            add(warmUp, cost);
            cost = cost * 9 / 10;
        }

        assertThat(warmUp.isOver()).isTrue();
        assertThat(warmUp.stoodStill()).isFalse();
        assertThat(warmUp.runs()).isEqualTo(40);
    }

    private static void add(WarmUp warmUp, long... microsEach) {
        for (long micros : microsEach) {
            Outcome outcome = new Outcome(1, Duration.ofSeconds(1), new TreeMap<>(), Outcome.emptyHistogram());
            warmUp.add(new Round(outcome, new Usage(Map.of("ledger", micros), 0, 1_000_000)));
        }
    }
}
