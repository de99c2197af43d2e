package kontor.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import kontor.bench.machine.Usage;
import org.junit.jupiter.api.Test;

class WarmUpTests {

    @Test
    void isOverWhenTheCostNoLongerMoves() {
        WarmUp warmUp = new WarmUp();

        add(warmUp, 900, 400, 300);
        assertThat(warmUp.isOver()).isFalse();

        add(warmUp, 295);
        assertThat(warmUp.isOver()).isFalse();

        add(warmUp, 290);
        assertThat(warmUp.isOver()).isTrue();
        assertThat(warmUp.stoodStill()).isTrue();
    }

    @Test
    void asksForThreeRunsHoweverEqual() {
        WarmUp warmUp = new WarmUp();

        add(warmUp, 300, 300);

        assertThat(warmUp.isOver()).isFalse();
    }

    @Test
    void endsThoughTheFiguresStillMoveAndSaysSo() {
        WarmUp warmUp = new WarmUp();

        for (int run = 0; run < 20; run++) {
            assertThat(warmUp.isOver()).isFalse();
            add(warmUp, run % 2 == 0 ? 100 : 200);
        }

        assertThat(warmUp.isOver()).isTrue();
        assertThat(warmUp.stoodStill()).isFalse();
        assertThat(warmUp.runs()).isEqualTo(20);
    }

    private static void add(WarmUp warmUp, long... microsEach) {
        for (long micros : microsEach) {
            Outcome outcome = new Outcome(1, Duration.ofSeconds(1), new TreeMap<>(), Outcome.emptyHistogram());
            warmUp.add(new Round(outcome, new Usage(Map.of("ledger", micros), 0, 1_000_000)));
        }
    }
}
