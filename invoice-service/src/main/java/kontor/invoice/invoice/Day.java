package kontor.invoice.invoice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import kontor.platform.rejection.InvalidField;
import kontor.platform.web.ListRequest;
import org.jspecify.annotations.Nullable;

/** A date without time among query parameters (G-14). */
public final class Day {

    private static final int LENGTH = "YYYY-MM-DD".length();

    private Day() {}

    /** Of a filter that may be sent once; null if it was not. */
    @Nullable
    static LocalDate of(ListRequest request, String name) {
        List<String> sent = request.filters().getOrDefault(name, List.of());
        if (sent.size() > 1) {
            throw new InvalidField(name, "may be sent once");
        }
        return of(name, sent.isEmpty() ? null : sent.getFirst());
    }

    /** {@code invalid-field} for anything but {@code YYYY-MM-DD}. */
    public static @Nullable LocalDate of(String name, @Nullable String text) {
        return text == null ? null : parsed(name, text);
    }

    private static LocalDate parsed(String name, String text) {
        try {
            if (text.length() == LENGTH) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException ignored) {
            // Refused below, like a text of another length.
        }
        throw new InvalidField(name, "must be a date YYYY-MM-DD");
    }
}
