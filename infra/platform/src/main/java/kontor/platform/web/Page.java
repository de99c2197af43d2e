package kontor.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list (G-30).
 *
 * @param items the rows
 * @param next opaque cursor of the next page, null at the end
 * @param total number of all rows, only with {@code count=true}
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, null, null);
    }
}
