package kontor.platform.web;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A field of a merge patch (G-27): absent, sent as null (clears an optional field), or sent with a value.
 *
 * @param isSent whether the field was in the request
 * @param value what was sent; null when absent or cleared
 */
public record Sent<T>(boolean isSent, @Nullable T value) {

    private static final Sent<?> ABSENT = new Sent<>(false, null);

    @SuppressWarnings("unchecked") // The absent field holds no value of any type.
    public static <T> Sent<T> absent() {
        return (Sent<T>) ABSENT;
    }

    public static <T> Sent<T> of(@Nullable T value) {
        return new Sent<>(true, value);
    }

    /** The value after the patch. */
    public @Nullable T or(@Nullable T current) {
        return isSent ? value : current;
    }

    public void ifSent(Consumer<@Nullable T> action) {
        if (isSent) {
            action.accept(value);
        }
    }
}
