package kontor.reporting.figure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import kontor.platform.rejection.InvalidField;

/** What is asked for: a half-open range from {@code from} to {@code to}, and a report's own parameters. */
public record Question(Map<String, String> parameters) {

    public Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Whether a day or month, as text, is in the range; what has no bound is. */
    public boolean covers(String period) {
        return value("from")
                        .map(from -> cut(from, period).compareTo(period) <= 0)
                        .orElse(true)
                && value("to").map(to -> period.compareTo(cut(to, period)) < 0).orElse(true);
    }

    /** Whether a moment is in the range, whose bounds are then instants. */
    public boolean covers(Instant at) {
        return instant("from").map(from -> !at.isBefore(from)).orElse(true)
                && instant("to").map(at::isBefore).orElse(true);
    }

    /** A month has no part in a day: it is compared with the month of the bound. */
    private static String cut(String bound, String period) {
        return bound.length() > period.length() ? bound.substring(0, period.length()) : bound;
    }

    public Optional<Instant> instant(String name) {
        return value(name).map(text -> {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeException notAnInstant) {
                throw new InvalidField(name, "is no instant with its zone");
            }
        });
    }

    public Optional<Long> number(String name) {
        return value(name).map(text -> {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException notANumber) {
                throw new InvalidField(name, "is no whole number");
            }
        });
    }
}
