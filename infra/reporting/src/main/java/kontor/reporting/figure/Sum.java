package kontor.reporting.figure;

import java.time.Instant;
import java.util.List;

/**
 * A row of a figure as it stands.
 *
 * @param changed when the last fact that changed it was sent, by the sender's real clock
 */
public record Sum(Figure figure, List<String> key, List<Long> values, Instant changed) {

    public String key(String column) {
        return key.get(figure.keys().indexOf(column));
    }

    public long value(String measure) {
        return values.get(figure.measures().indexOf(measure));
    }

    /** The first measure, for figures that have only one. */
    public long value() {
        return values.getFirst();
    }
}
