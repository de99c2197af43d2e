package kontor.reporting.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.NotFound;
import kontor.reporting.figure.Figure;
import kontor.reporting.figure.Question;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.run.Kept;
import kontor.reporting.run.Scan;
import kontor.reporting.stream.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that can be asked for by name: the figures, and the reports made from them. */
@Component
final class Tables {

    private static final Set<String> RANGE = Set.of("from", "to");
    private static final Set<String> PERIODS = Set.of("day", "month");

    private final Map<String, Figure> figures = new TreeMap<>();
    private final Map<String, Report> reports = new TreeMap<>();

    Tables(Figures all, List<Report> made) {
        all.all().forEach(figure -> figures.put(figure.name(), figure));
        for (Report report : made) {
            if (figures.containsKey(report.name()) || reports.put(report.name(), report) != null) {
                throw new IllegalArgumentException("Two are named %s.".formatted(report.name()));
            }
        }
    }

    /** What a table is asked by: {@code where} takes these columns. */
    record Entry(String name, Set<String> where, List<String> measures) {}

    List<Entry> all() {
        return Stream.concat(
                        figures.values().stream()
                                .map(figure ->
                                        new Entry(figure.name(), new TreeSet<>(figure.keys()), figure.measures())),
                        reports.values().stream()
                                .map(report -> new Entry(report.name(), report.parameters(), List.of())))
                .toList();
    }

    List<Row> rows(String name, Question question, Scan scan) {
        @Nullable Report report = reports.get(name);
        if (report != null) {
            requireKnown(question, report.parameters());
            return report.rows(kept(scan), question);
        }
        @Nullable Figure figure = figures.get(name);
        if (figure == null) {
            throw new NotFound();
        }
        requireKnown(question, Set.copyOf(figure.keys()));
        return kept(scan).sums(figure).stream()
                .filter(sum -> isAsked(sum, question))
                .map(Row::of)
                .toList();
    }

    Kept kept(Scan scan) {
        return new Kept(scan);
    }

    private static boolean isAsked(Sum sum, Question question) {
        boolean inRange = !PERIODS.contains(sum.figure().keys().getFirst())
                || question.covers(sum.key().getFirst());
        return inRange
                && sum.figure().keys().stream()
                        .allMatch(column -> question.value(column)
                                .map(sum.key(column)::equals)
                                .orElse(true));
    }

    private static void requireKnown(Question question, Set<String> known) {
        for (String name : question.parameters().keySet()) {
            if (!RANGE.contains(name) && !known.contains(name)) {
                throw new InvalidField("where", "knows no column " + name);
            }
        }
    }
}
