package kontor.reporting.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lengths of time, each kept by itself in microseconds. */
public final class Times {

    /** Microseconds of an hour. */
    public static final long HOUR = 3_600_000_000L;

    /** Microseconds of a minute. */
    public static final long MINUTE = 60_000_000L;

    private final List<Long> all = new ArrayList<>();

    /** The rows of a figure that keeps them in a key named {@code microseconds}. */
    public Times add(Sum sum) {
        all.addAll(Collections.nCopies(Math.toIntExact(sum.value()), Long.valueOf(sum.key("microseconds"))));
        return this;
    }

    public int number() {
        return all.size();
    }

    /** One decimal, half up. */
    public BigDecimal mean(long unit) {
        return BigDecimal.valueOf(all.stream().mapToLong(Long::longValue).sum())
                .divide(BigDecimal.valueOf(unit).multiply(BigDecimal.valueOf(all.size())), 1, RoundingMode.HALF_UP);
    }

    /** That of one of them, not between two: what so many percent of all do not exceed; one decimal, half up. */
    public BigDecimal percentile(int percent, long unit) {
        int place = Math.ceilDiv(all.size() * percent, 100);
        return BigDecimal.valueOf(all.stream()
                        .sorted()
                        .skip(Math.max(0, place - 1))
                        .findFirst()
                        .orElse(0L))
                .divide(BigDecimal.valueOf(unit), 1, RoundingMode.HALF_UP);
    }
}
