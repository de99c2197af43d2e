package kontor.reporting.figure;

import java.util.List;
import java.util.Set;

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
}
