package kontor.platform.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
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

    /** A column of many rows as texts, for {@code unnest} with a cast. */
    public static <T extends @Nullable Object> @Nullable String[] texts(
            Collection<T> rows, Function<T, @Nullable Object> column) {
        @Nullable String[] texts = new String[rows.size()];
        Iterator<T> next = rows.iterator();
        for (int i = 0; i < texts.length; i++) {
            @Nullable Object value = column.apply(next.next());
            texts[i] = value == null ? null : value.toString();
        }
        return texts;
    }
}
