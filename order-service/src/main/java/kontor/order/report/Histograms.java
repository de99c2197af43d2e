package kontor.order.report;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Orders over time, in parts of equal length (O-13). */
@Component
class Histograms {

    private static final Duration BEYOND_THE_LAST = Duration.ofHours(1);

    private final JdbcClient jdbc;

    Histograms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The limits, one more than parts, and the parts; nothing of both without any order. */
    record Histogram(List<Instant> limits, List<Group> groups) {}

    /** Orders placed in [from, to), with the net of their live items in minor units. */
    record Group(Instant from, Instant to, long orders, long netMinor) {}

    /** From the earliest order to an hour after the latest. */
    record Span(Instant start, Instant end) {

        /** To the microsecond, which is what times are kept in. */
        List<Instant> cut(int number) {
            BigInteger micros = BigInteger.valueOf(ChronoUnit.MICROS.between(start, end));
            return IntStream.rangeClosed(0, number)
                    .mapToObj(
                            limit -> micros.multiply(BigInteger.valueOf(limit)).divide(BigInteger.valueOf(number)))
                    .map(offset -> start.plus(offset.longValueExact(), ChronoUnit.MICROS))
                    .toList();
        }
    }

    private record Sum(int group, long orders, long netMinor) {}

    Histogram of(int number) {
        Optional<Span> span = span();
        if (span.isEmpty()) {
            return new Histogram(List.of(), List.of());
        }
        List<Instant> limits = span.get().cut(number);
        Map<Integer, Sum> sums = sums(limits);
        return new Histogram(
                limits,
                IntStream.range(0, number)
                        .mapToObj(group -> group(limits, group, sums.getOrDefault(group, new Sum(group, 0, 0))))
                        .toList());
    }

    private static Group group(List<Instant> limits, int group, Sum sum) {
        return new Group(limits.get(group), limits.get(group + 1), sum.orders(), sum.netMinor());
    }

    private Optional<Span> span() {
        return jdbc.sql("select min(placed_at), max(placed_at) from retail_order where status_id between 3 and 7")
                .query((row, n) -> span(row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)))
                .single();
    }

    private static Optional<Span> span(@Nullable OffsetDateTime first, @Nullable OffsetDateTime last) {
        return first == null || last == null
                ? Optional.empty()
                : Optional.of(new Span(first.toInstant(), last.toInstant().plus(BEYOND_THE_LAST)));
    }

    private Map<Integer, Sum> sums(List<Instant> limits) {
        return jdbc
                .sql("""
                        select width_bucket(placed_at, cast(? as timestamptz[])) - 1, count(*), sum(net_minor)
                        from retail_order where status_id between 3 and 7 group by 1
                        """)
                .param(limits.stream().map(Instant::toString).toArray(String[]::new))
                .query((row, n) -> new Sum(row.getInt(1), row.getLong(2), row.getLong(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Sum::group, Function.identity()));
    }
}
