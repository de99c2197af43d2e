package kontor.importer.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as the source stores it: UTC without a zone.
 *
 * @param hasFraction whether the text goes on after the seconds; the source compares texts, and there it makes a
 *     difference
 */
public record Stamp(Instant at, boolean hasFraction) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d) (\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,6}))?");

    /** Empty for a text of another form, or a day that the calendar does not have. */
    public static Optional<Stamp> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String fraction = parts.group(7);
        try {
            LocalDateTime moment = LocalDateTime.of(
                    part(parts, 1),
                    part(parts, 2),
                    part(parts, 3),
                    part(parts, 4),
                    part(parts, 5),
                    part(parts, 6),
                    fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9)));
            return Optional.of(new Stamp(moment.toInstant(ZoneOffset.UTC), fraction != null));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /**
     * Whether the source counts this moment when it asks for what is not before {@code start}: it writes the start with
     * a fraction, and a text that ends after the same second sorts before it.
     */
    public boolean isCountedFrom(Instant start) {
        return at.isAfter(start) || (at.equals(start) && hasFraction);
    }
}
