package kontor.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kontor.bench.machine.Usage;
import org.junit.jupiter.api.Test;

class MedianTests {

    @Test
    void isTheMiddleOrBetweenTheTwoMiddleOnes() {
        assertThat(Median.of(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
        assertThat(Median.of(List.of(4.0, 1.0, 9.0, 2.0))).isEqualTo(3);
        assertThat(Median.of(List.of())).isNaN();
    }

    @Test
    void comparesWhatWasMeasuredSideBySide() {
        Series ours = series("ours", round(100, 50), round(10, 55), round(60, 40));
        Series yardstick = series("Y1", round(200, 25), round(40, 11), round(100, 20));

        assertThat(ours.ratiosTo(yardstick)).containsExactly(0.5, 0.25, 0.6);
        assertThat(ours.cpuRatiosTo(yardstick)).containsExactly(0.5, 0.2, 0.5);
    }

    @Test
    void takesTheMedianOfEachPartsCost() {
        Series series = series("ours", round(100, 50), round(10, 55), round(60, 40));

        assertThat(series.microsPerOperation()).isEqualTo(Map.of("ledger", 50.0));
        assertThat(series.perSecond()).isEqualTo(60);
    }

    private static Series series(String name, Round... rounds) {
        return new Series(name, 3, true, List.of(rounds));
    }

    private static Round round(long perSecond, long microsEach) {
        Outcome outcome = new Outcome(perSecond, Duration.ofSeconds(1), new TreeMap<>(), Outcome.emptyHistogram());
        return new Round(outcome, new Usage(Map.of("ledger", perSecond * microsEach), 0, 1_000_000));
    }
}
