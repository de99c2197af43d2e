package kontor.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of a statement's question marks; nulls pass, and instants become what the PostgreSQL driver takes. */
public final class SqlValues {

    private SqlValues() {}

    public static List<@Nullable Object> of(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (@Nullable Object value : values) {
            list.add(value instanceof Instant instant ? Times.of(instant) : value);
        }
        return list;
    }
}
