package kontor.reporting.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Net prices by the day from which they count: the last change of a day wins (L-27). */
final class DayPrices {

    private final NavigableMap<LocalDate, Long> byDay = new TreeMap<>();

    /** In the order of their validity. */
    void add(LocalDate day, long price) {
        byDay.put(day, price);
    }

    /** Over all days, both included, half up; today's price if there was none up to the end of the first day. */
    long mean(LocalDate first, LocalDate last, long today) {
        if (byDay.floorKey(first) == null) {
            return today;
        }
        BigDecimal sum = BigDecimal.ZERO;
        long number = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Map.@Nullable Entry<LocalDate, Long> price = byDay.floorEntry(day);
            sum = sum.add(BigDecimal.valueOf(price == null ? today : price.getValue()));
            number++;
        }
        return sum.divide(BigDecimal.valueOf(number), 0, RoundingMode.HALF_UP).longValueExact();
    }
}
