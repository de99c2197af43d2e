package kontor.reporting.figure;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * A table made when it is asked for, of sums, states and newest names: whatever is no plain sum, such as a quotient, a
 * median, or a name. Every figure can be asked for by its name without a report.
 */
public interface Report {

    /** Its last part of the path. */
    String name();

    /** What may be asked, besides {@code from} and {@code to}. */
    default Set<String> parameters() {
        return Set.of();
    }

    List<Row> rows(Reading reading, Question question);

    /** One that needs nothing else than to be asked. */
    static Report of(String name, BiFunction<Reading, Question, List<Row>> rows) {
        return of(name, Set.of(), rows);
    }

    static Report of(String name, Set<String> parameters, BiFunction<Reading, Question, List<Row>> rows) {
        return new Made(name, parameters, rows);
    }

    /** What {@link #of} gives. */
    record Made(String name, Set<String> parameters, BiFunction<Reading, Question, List<Row>> made) implements Report {

        @Override
        public List<Row> rows(Reading reading, Question question) {
            return made.apply(reading, question);
        }
    }
}
