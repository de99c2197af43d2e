package kontor.reporting.figure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a report: its cells in order. Immutable. */
public record Row(@JsonValue Map<String, @Nullable Object> cells) {

    public static Row of() {
        return new Row(new LinkedHashMap<>());
    }

    public Row with(String column, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(cells);
        more.put(column, value);
        return new Row(more);
    }

    /** The figure's own row. */
    public static Row of(Sum sum) {
        Row row = of();
        for (String key : sum.figure().keys()) {
            row = row.with(key, sum.key(key));
        }
        for (String measure : sum.figure().measures()) {
            row = row.with(measure, sum.value(measure));
        }
        return row;
    }
}
