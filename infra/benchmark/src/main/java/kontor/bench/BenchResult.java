package kontor.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kontor.bench.lag.Lags;
import kontor.bench.machine.StartTimes;
import kontor.bench.measure.Median;
import kontor.bench.measure.Outcome;
import kontor.bench.measure.Series;
import kontor.bench.report.Figures;
import kontor.bench.report.Report;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects what a run of a benchmark finds and turns it into figures. */
final class BenchResult {

    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RunningShop shop;
    private final BenchOptions options;
    private final Figures.Setting setting;
    private final Map<String, Long> unsent = new HashMap<>();
    private final List<Figures.Run> runs = new ArrayList<>();
    private final List<Figures.Ratio> ratios = new ArrayList<>();
    private Optional<Figures.OpenLoop> openLoop = Optional.empty();
    private Optional<Figures.Lag> lag = Optional.empty();
    private Optional<Figures.Streams> streams = Optional.empty();
    private Figures.Memory memory = new Figures.Memory(Map.of(), Map.of());

    /**
     * @param operations what is counted, such as {@code purchases}
     * @param parts of the shop whose cost is shown one by one
     */
    BenchResult(RunningShop shop, BenchOptions options, String operations, List<String> parts, long storedBefore) {
        this.shop = shop;
        this.options = options;
        this.setting = new Figures.Setting(
                options.benchmark(),
                operations,
                parts,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                System.getenv().getOrDefault("KONTOR_COMMIT", "unknown"),
                shop.machine().description(),
                options.seconds(),
                options.rounds(),
                options.members(),
                options.connections(),
                storedBefore);
    }

    /** How many events were left behind by a round. */
    void unsent(String contestant, long events) {
        unsent.merge(contestant, events, Math::max);
    }

    void series(List<Series> all) {
        all.forEach(series -> runs.add(run(series)));
    }

    private Figures.Run run(Series series) {
        return new Figures.Run(
                series.name(),
                series.rounds().stream()
                        .map(round -> round.outcome().perSecond())
                        .toList(),
                series.perSecond(),
                series.totalMicros(),
                series.microsPerOperation(),
                millis(series.latencies()),
                series.errors(),
                series.warmUps(),
                series.stoodStill(),
                series.strangers(),
                unsent.getOrDefault(series.name(), 0L));
    }

    void ratio(Series ours, Series yardstick, Optional<Figures.Goal> goal) {
        ratio(ours, yardstick, false, goal);
    }

    /** Whoever follows the operation on the same cores is left out where the goal is judged (ADR 072). */
    void ratioOfPath(Series ours, Series yardstick, Figures.Goal goal) {
        ratio(ours, yardstick, true, Optional.of(goal));
    }

    private void ratio(Series ours, Series yardstick, boolean isOfPath, Optional<Figures.Goal> goal) {
        List<Double> byRound = ours.ratiosTo(yardstick);
        ratios.add(new Figures.Ratio(
                ours.name() + " / " + yardstick.name(),
                byRound,
                Median.of(byRound),
                Median.of(ours.cpuRatiosTo(yardstick)),
                Median.of(ours.cpuRatiosTo(yardstick, setting::isOnPath)),
                isOfPath,
                goal));
    }

    void atHalfOfMaximum(String name, double perSecond, Outcome outcome, Figures.Goal goal) {
        openLoop = Optional.of(new Figures.OpenLoop(
                name, perSecond, outcome.done(), outcome.errors(), millis(outcome.latencies()), goal));
    }

    void eventLag(double eventsPerSecond, Lags lags) {
        lag = Optional.of(
                new Figures.Lag(eventsPerSecond, lags.events(), millis(lags.toConsumer()), millis(lags.toRelay())));
    }

    /** @param serviceBytes memory (PSS) of the service that holds them, while they are open */
    void streams(int open, Series series, long serviceBytes, Figures.Goal goal) {
        streams = Optional.of(
                new Figures.Streams(open, series.perSecond(), millis(series.latencies()), serviceBytes, goal));
    }

    void memory(Map<String, Long> before, Map<String, Long> after) {
        memory = new Figures.Memory(before, after);
    }

    /** Writes the JSON and returns the table. */
    String write() {
        Figures figures = new Figures(setting, runs, ratios, openLoop, lag, streams, memory, startSeconds());
        String json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(figures);
        Path file = shop.results().resolve("%s-%s.json".formatted(options.benchmark(), FILE_TIME.format(setting.at())));
        try {
            Files.createDirectories(shop.results());
            Files.writeString(file, json);
            if (options.json().isPresent()) {
                Files.writeString(options.json().get(), json);
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return new Report(figures).text() + "\nJSON: " + file + "\n";
    }

    private Optional<Figures.StartSeconds> startSeconds() {
        return StartTimes.newest(shop.folders().run(), shop.folders().readyMark(), shop.deployables())
                .map(times -> new Figures.StartSeconds(
                        times.all().toMillis() / 1000.0, times.application().toMillis() / 1000.0));
    }

    private static Figures.Millis millis(Histogram histogram) {
        return new Figures.Millis(
                histogram.getValueAtPercentile(50) / 1000.0,
                histogram.getValueAtPercentile(95) / 1000.0,
                histogram.getValueAtPercentile(99) / 1000.0,
                histogram.getValueAtPercentile(99.9) / 1000.0,
                histogram.getMaxValue() / 1000.0);
    }
}
