package kontor.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTests {

    private static final Figures.Millis LATENCY = new Figures.Millis(1.5, 2, 3, 4, 5);

    private static final Map<String, Double> MICROS = Map.ofEntries(
            Map.entry("gateway", 400.0),
            Map.entry("postgres", 30.0),
            Map.entry("postgres ledger", 70.0),
            Map.entry("catalog", 410.0),
            Map.entry("postgres catalog", 40.0),
            Map.entry("load generator", 50.0));

    @Test
    void judgesEachRatioByItsMedian() {
        String text = report(0.49, 0.5, 0.9);

        assertThat(line(text, "P1")).contains("0.49").endsWith("missed");
        assertThat(line(text, "P2")).contains("0.50").endsWith(" pass");
        assertThat(line(text, "P3")).contains("0.90").endsWith(" aim");
    }

    @Test
    void judgesAPathByItsCost() {
        Figures.Ratio ratio = new Figures.Ratio(
                "ours / Y1",
                List.of(0.4),
                0.4,
                0.3,
                0.6,
                true,
                Optional.of(new Figures.Goal("P1", 0.5, Optional.of(0.85))));

        assertThat(ratio.judged()).isEqualTo(0.6);
    }

    @Test
    void judgesStreamsByTheirP99() {
        assertThat(line(report(1, 1, 1), "H2"))
                .contains("500 streams", "10000", "300")
                .endsWith(" aim");
    }

    @Test
    void judgesALatencyByItsP99() {
        assertThat(line(report(1, 1, 1), "P8 p99 ms of gateway"))
                .contains("3.0", "2.00")
                .endsWith("missed");
    }

    @Test
    void countsWhatIsNotNamedAsOthersWithItsDatabase() {
        assertThat(line(report(1, 1, 1), "gateway  ", 1)).containsPattern("1000\\s+400\\s+0\\s+100\\s+0\\s+450\\s+50");
    }

    @Test
    void saysWhichErrorsThereWere() {
        assertThat(report(1, 1, 1)).contains("errors of gateway: {429=7}");
    }

    private static String report(double p1, double p2, double p3) {
        Figures.Run run =
                new Figures.Run("gateway", List.of(1.0), 1, 1000, MICROS, LATENCY, Map.of("429", 7L), 3, true, 0, 0);
        return new Report(new Figures(
                        new Figures.Setting(
                                "shelf",
                                "purchases",
                                List.of("gateway", "ledger"),
                                Instant.EPOCH,
                                "abc",
                                "a machine",
                                10,
                                3,
                                96,
                                32,
                                0),
                        List.of(run),
                        List.of(ratio("P1", p1), ratio("P2", p2), ratio("P3", p3)),
                        Optional.of(new Figures.OpenLoop(
                                "gateway", 50, 500, Map.of(), LATENCY, new Figures.Goal("P8", 2, Optional.empty()))),
                        Optional.empty(),
                        Optional.of(new Figures.Streams(
                                500, 10_000, LATENCY, 300L << 20, new Figures.Goal("H2", 60, Optional.of(35.0)))),
                        new Figures.Memory(Map.of(), Map.of()),
                        Optional.empty()))
                .text();
    }

    private static Figures.Ratio ratio(String goal, double median) {
        return new Figures.Ratio(
                "ours / Y1",
                List.of(median),
                median,
                1,
                1,
                false,
                Optional.of(new Figures.Goal(goal, 0.5, Optional.of(0.85))));
    }

    private static String line(String text, String begin) {
        return line(text, begin, 0);
    }

    private static String line(String text, String begin, int skip) {
        return text.lines()
                .filter(line -> line.startsWith(begin))
                .skip(skip)
                .findFirst()
                .orElseThrow();
    }
}
