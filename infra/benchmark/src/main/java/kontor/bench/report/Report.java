package kontor.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kontor.bench.machine.Machine;

/** The figures for a person who reads them in a terminal. */
public final class Report {

    private static final long MEBIBYTE = 1 << 20;

    private final Figures figures;

    public Report(Figures figures) {
        this.figures = figures;
    }

    public String text() {
        return String.join("\n", head(), speed(), cost(), ratios(), lag(), streams(), start());
    }

    private String head() {
        Figures.Setting setting = figures.setting();
        return """

            infra/bench %s at commit %s, %s
            %s
            %d rounds of %d s each, interleaved; %d members, %d connections; %d %s stored before
            """.formatted(
                        setting.benchmark(),
                        setting.commit(),
                        setting.at(),
                        setting.machine(),
                        setting.rounds(),
                        setting.secondsPerRun(),
                        setting.members(),
                        setting.connections(),
                        setting.storedBefore(),
                        setting.operations());
    }

    private String speed() {
        Table table = new Table()
                .row(
                        figures.setting().operations(),
                        "ops/s",
                        "p50 ms",
                        "p95 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "errors",
                        "warm-ups",
                        "strangers");
        for (Figures.Run run : figures.runs()) {
            Figures.Millis latency = run.latency();
            table.row(
                    run.name(),
                    "%.0f".formatted(run.perSecond()),
                    millis(latency.p50()),
                    millis(latency.p95()),
                    millis(latency.p99()),
                    millis(latency.p999()),
                    Long.toString(sum(run.errors())),
                    run.warmUps() + (run.stoodStill() ? "" : " (still moving)"),
                    "%.2f cores".formatted(run.strangersCores()));
        }
        figures.atHalfOfMaximum()
                .ifPresent(half -> table.row(
                        half.name() + ", open loop",
                        "%.0f".formatted(half.perSecond()),
                        millis(half.latency().p50()),
                        millis(half.latency().p95()),
                        millis(half.latency().p99()),
                        millis(half.latency().p999()),
                        Long.toString(sum(half.errors()))));
        return table + errors();
    }

    private String errors() {
        return figures.runs().stream()
                .filter(run -> !run.errors().isEmpty())
                .map(run -> "errors of %s: %s\n".formatted(run.name(), run.errors()))
                .collect(Collectors.joining());
    }

    /** A database belongs to the service that uses it: one of those named to the column, another's to the others. */
    private String cost() {
        Figures.Setting setting = figures.setting();
        List<String> named = setting.parts();
        List<String> head = new ArrayList<>(List.of("CPU us each", "all"));
        head.addAll(named);
        head.addAll(List.of(Machine.DATABASES, "kafka", "others", "generator"));
        Table table = new Table().row(head);
        for (Figures.Run run : figures.runs()) {
            Map<String, Double> micros = run.microsPerOperation();
            List<String> row = new ArrayList<>(List.of(run.name(), micros(run.totalMicros())));
            named.forEach(part -> row.add(micros(of(micros, part::equals))));
            row.add(micros(of(micros, part -> part.startsWith(Machine.DATABASES) && setting.isOnPath(part))));
            row.add(micros(of(micros, "kafka"::equals)));
            row.add(micros(of(micros, part -> !setting.isOnPath(part) && !part.equals(Machine.GENERATOR))));
            row.add(micros(of(micros, Machine.GENERATOR::equals)));
            table.row(row);
        }
        return table.toString();
    }

    private String ratios() {
        Table table = new Table().row("ratio", "median", "rounds", "by CPU", "on path", "pass", "aim", "verdict");
        for (Figures.Ratio ratio : figures.ratios()) {
            List<String> row = new ArrayList<>(List.of(
                    ratio.goal().map(goal -> goal.name() + " ").orElse("") + ratio.what(),
                    "%.2f".formatted(ratio.median()),
                    ratio.byRound().stream().map("%.2f"::formatted).collect(Collectors.joining(" ")),
                    "%.2f".formatted(ratio.byCpu()),
                    "%.2f".formatted(ratio.onPath())));
            ratio.goal().ifPresent(goal -> row.addAll(judged(goal, reached -> ratio.judged() >= reached)));
            table.row(row);
        }
        figures.atHalfOfMaximum().ifPresent(half -> {
            List<String> row = new ArrayList<>(List.of(
                    "%s p99 ms of %s at half of its maximum"
                            .formatted(half.goal().name(), half.name()),
                    millis(half.latency().p99()),
                    "",
                    "",
                    ""));
            row.addAll(judged(half.goal(), most -> half.latency().p99() <= most));
            table.row(row);
        });
        return table.toString();
    }

    /** The columns pass, aim and verdict. */
    private static List<String> judged(Figures.Goal goal, DoublePredicate reaches) {
        boolean aim = goal.aim().filter(reaches::test).isPresent();
        return List.of(
                "%.2f".formatted(goal.pass()),
                goal.aim().map("%.2f"::formatted).orElse("-"),
                aim ? "aim" : reaches.test(goal.pass()) ? "pass" : "missed");
    }

    private String lag() {
        return figures.eventLag().map(Report::lag).orElse("");
    }

    private static String lag(Figures.Lag lag) {
        Table table = new Table().row("O1 commit to consumer", "events/s", "p50 ms", "p99 ms", "p99.9 ms");
        String rate = "%.0f".formatted(lag.eventsPerSecond());
        table.row(lagRow("to consumer", rate, lag.toConsumer()));
        table.row(lagRow("of it to the relay's sending", rate, lag.toRelay()));
        return table.toString();
    }

    private static List<String> lagRow(String what, String rate, Figures.Millis lag) {
        return List.of(what, rate, millis(lag.p50()), millis(lag.p99()), millis(lag.p999()));
    }

    private String streams() {
        return figures.streams().map(Report::streams).orElse("");
    }

    private static String streams(Figures.Streams streams) {
        Table table = new Table().row("streams", "deliveries/s", "p50 ms", "p99 ms", "MiB", "pass", "aim", "verdict");
        List<String> row = new ArrayList<>(List.of(
                "%s p99 ms of %d streams".formatted(streams.goal().name(), streams.open()),
                "%.0f".formatted(streams.deliveriesPerSecond()),
                millis(streams.latency().p50()),
                millis(streams.latency().p99()),
                Long.toString(streams.serviceBytes() / MEBIBYTE)));
        row.addAll(judged(streams.goal(), most -> streams.latency().p99() <= most));
        return table.row(row).toString();
    }

    private String start() {
        Map<String, Long> before = figures.memory().before();
        String each = before.entrySet().stream()
                .map(part -> "%s %d".formatted(part.getKey(), part.getValue() / MEBIBYTE))
                .collect(Collectors.joining(", "));
        String memory = "M2 memory (PSS, MiB) of %d deployables: %d before the load (%s), %d after it\n"
                .formatted(
                        before.size(),
                        sum(before) / MEBIBYTE,
                        each,
                        sum(figures.memory().after()) / MEBIBYTE);
        return memory
                + figures.startSeconds()
                        .map(start ->
                                "C4: application ready %.1f s after the infrastructure, %.1f s after the launcher\n"
                                        .formatted(start.applicationOnly(), start.all()))
                        .orElse("C4 is not known: a part was started again, or this start built Keycloak\n");
    }

    private static double of(Map<String, Double> micros, Predicate<String> parts) {
        return micros.entrySet().stream()
                .filter(part -> parts.test(part.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String millis(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String micros(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
