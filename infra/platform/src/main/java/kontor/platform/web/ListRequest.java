package kontor.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import kontor.platform.rejection.InvalidField;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks of a list (G-30), already checked against the operation's {@link Listing}.
 *
 * @param limit rows of a page, 1 to 100
 * @param sort the field to sort by
 * @param isDescending whether the greatest comes first
 * @param isCounted whether the total is wanted
 * @param filters the values sent per filter; several of one filter are alternatives
 * @param after where the page starts, null for the first
 * @param binding what a cursor is bound to: caller, filters and sort
 */
public record ListRequest(
        int limit,
        String sort,
        boolean isDescending,
        boolean isCounted,
        Map<String, List<String>> filters,
        @Nullable Cursor after,
        String binding) {

    /** Null where the filter was not sent, for {@code (:x is null or column = any(:x))}. */
    public Long @Nullable [] longs(String name) {
        return sent(name)
                ? values(name, "must be a whole number", Scalar::integer).toArray(Long[]::new)
                : null;
    }

    public UUID @Nullable [] uuids(String name) {
        return sent(name) ? values(name, "must be a UUID", Scalar::uuid).toArray(UUID[]::new) : null;
    }

    public String @Nullable [] words(String name, List<String> known) {
        return sent(name) ? values(name, "is an unknown word", known(known)).toArray(String[]::new) : null;
    }

    /** The texts as LIKE patterns for "contained, ignoring case", wildcards escaped; use with {@code ilike any(:x)}. */
    public String @Nullable [] contained(String name) {
        return sent(name) ? values(name, "must be a text", ListRequest::pattern).toArray(String[]::new) : null;
    }

    /** The texts as they are. */
    public String @Nullable [] texts(String name) {
        return sent(name) ? values(name, "must be a text", Texts::tidy).toArray(String[]::new) : null;
    }

    public @Nullable Boolean flag(String name) {
        return one(name, "must be true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    public @Nullable Instant instant(String name) {
        return one(name, "must be an ISO 8601 instant with zone", Scalar::instant);
    }

    public @Nullable Long number(String name) {
        return one(name, "must be a whole number", Scalar::integer);
    }

    private boolean sent(String name) {
        return filters.containsKey(name);
    }

    private <T> @Nullable T one(String name, String message, Function<String, T> reading) {
        List<T> all = values(name, message, reading);
        if (all.size() > 1) {
            throw new InvalidField(name, "may be sent once");
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    private <T> List<T> values(String name, String message, Function<String, T> reading) {
        try {
            return filters.getOrDefault(name, List.of()).stream().map(reading).toList();
        } catch (RuntimeException ignored) {
            throw new InvalidField(name, message);
        }
    }

    private static Function<String, String> known(List<String> words) {
        return text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        };
    }

    private static String pattern(String text) {
        String tidy = Texts.tidy(text);
        if (tidy.isEmpty() || tidy.codePointCount(0, tidy.length()) > ListRequests.LONGEST) {
            throw new IllegalArgumentException(text);
        }
        return "%" + tidy.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
