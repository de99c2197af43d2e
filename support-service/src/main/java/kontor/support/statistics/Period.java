package kontor.support.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import kontor.platform.rejection.InvalidField;
import kontor.platform.rejection.WrongOrder;
import kontor.platform.store.Times;
import org.jspecify.annotations.Nullable;

/** The half-open time that the figures are about; null leaves an end open. {@code wrong-order} if it is empty. */
record Period(@Nullable Instant from, @Nullable Instant to) {

    private static final int LATEST_YEAR = 9999;

    Period {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new WrongOrder();
        }
    }

    /** Of query parameters. */
    static Period of(@Nullable String from, @Nullable String to) {
        return new Period(instant("from", from), instant("to", to));
    }

    /** For statements with {@code :from} and {@code :to}. */
    Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", Times.of(from));
        params.put("to", Times.of(to));
        return params;
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        return text == null ? null : parsed(name, text);
    }

    private static Instant parsed(String name, String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() >= 1 && time.getYear() <= LATEST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeException ignored) {
            // Refused below like a year that nobody means.
        }
        throw new InvalidField(name, "must be an ISO 8601 instant with zone");
    }
}
