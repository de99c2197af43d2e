package kontor.invoice.summary;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kontor.invoice.invoice.Day;
import kontor.platform.rejection.WrongOrder;
import org.jspecify.annotations.Nullable;

/** Days of creation, the last not included; null leaves an end open. {@code wrong-order} if it is empty. */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    Period {
        if (from != null && to != null && !from.isBefore(to)) {
            throw new WrongOrder();
        }
    }

    static Period of(@Nullable String from, @Nullable String to) {
        return new Period(Day.of("from", from), Day.of("to", to));
    }

    /** For statements with {@code :from} and {@code :to}. */
    Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("from", from);
        params.put("to", to);
        return params;
    }
}
