package kontor.ledger.balance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Net prices of a product by the day from which they count: the last change of a day wins, and a change on the first
 * day of a window counts from that day (L-27).
 */
final class DayPrices {

    private final NavigableMap<LocalDate, Long> byDay = new TreeMap<>();

    /** Rows come in their order, by time and id. */
    void add(LocalDate day, long amountMinor) {
        byDay.put(day, amountMinor);
    }

    /**
     * The mean over the days of a window, both included, half up.
     *
     * @param today what counts for the whole window if there is no row up to the end of its first day
     */
    long mean(LocalDate first, LocalDate last, long today) {
        Map.@Nullable Entry<LocalDate, Long> valid = byDay.floorEntry(first);
        if (valid == null) {
            return today;
        }
        LocalDate behind = last.plusDays(1);
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate from = first;
        long price = valid.getValue();
        for (Map.Entry<LocalDate, Long> change :
                byDay.subMap(first, false, behind, false).entrySet()) {
            sum = sum.add(worth(price, from, change.getKey()));
            from = change.getKey();
            price = change.getValue();
        }
        sum = sum.add(worth(price, from, behind));
        return sum.divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(first, behind)), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal worth(long price, LocalDate from, LocalDate until) {
        return BigDecimal.valueOf(price).multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(from, until)));
    }
}
