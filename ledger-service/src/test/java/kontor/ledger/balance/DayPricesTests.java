package kontor.ledger.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayPricesTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");

    private record Row(Instant at, long price) {}

    /** The fourth example of the page. */
    @Test
    void takesTheMeanOfTheDays() {
        List<Row> rows = List.of(
                new Row(Instant.parse("2026-03-03T12:00:00Z"), 240),
                new Row(Instant.parse("2026-03-10T08:00:00Z"), 260),
                new Row(Instant.parse("2026-03-10T17:00:00Z"), 250),
                new Row(Instant.parse("2026-03-13T12:00:00Z"), 300));

        assertThat(mean(rows, "2026-03-10T06:00:00Z", "2026-03-13T20:00:00Z", 999))
                .isEqualTo(263);
        assertThat(mean(rows, "2026-03-10T06:00:00Z", "2026-03-13T11:00:00Z", 999))
                .isEqualTo(250);
        assertThat(mean(rows, "2026-03-09T06:00:00Z", "2026-03-09T07:00:00Z", 999))
                .isEqualTo(240);
        assertThat(mean(rows, "2026-03-02T06:00:00Z", "2026-03-13T20:00:00Z", 999))
                .isEqualTo(999);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "-1, -2, -2", "0, 1, 1", "0, -1, -1", "-3, 2, -1", "9999999999, 9999999999, 9999999999"})
    void roundsATieAwayFromZero(long first, long second, long mean) {
        DayPrices prices = new DayPrices();
        prices.add(LocalDate.parse("2026-03-01"), first);
        prices.add(LocalDate.parse("2026-03-02"), second);

        assertThat(prices.mean(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02"), 0))
                .isEqualTo(mean);
    }

    /** Against the rule read word by word: the price of a day is the newest row before its end and before the end. */
    @Test
    void agreesWithTheRuleDayByDay() {
        long seed = Long.getLong("kontor.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Instant origin = Instant.parse("2026-03-20T00:00:00Z");
            List<Row> rows = new ArrayList<>();
            for (int i = random.nextInt(8); i > 0; i--) {
                rows.add(new Row(origin.plusSeconds(random.nextInt(20 * 86_400)), random.nextInt(2_000) - 500));
            }
            rows.sort(Comparator.comparing(Row::at));
            Instant start = origin.plusSeconds(random.nextInt(20 * 86_400));
            Instant end = start.plusSeconds(1 + random.nextInt(20 * 86_400));

            assertThat(mean(rows, start, end, 77))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(slow(rows, start, end));
        }
    }

    private static long slow(List<Row> rows, Instant start, Instant end) {
        LocalDate first = start.atZone(ZONE).toLocalDate();
        LocalDate last = end.atZone(ZONE).toLocalDate();
        long sum = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Instant dayEnd = day.plusDays(1).atStartOfDay(ZONE).toInstant();
            List<Row> valid = rows.stream()
                    .filter(row -> row.at().isBefore(dayEnd) && row.at().isBefore(end))
                    .toList();
            if (valid.isEmpty()) {
                return 77;
            }
            sum += valid.getLast().price();
        }
        return BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(ChronoUnit.DAYS.between(first, last) + 1), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long mean(List<Row> rows, String start, String end, long today) {
        return mean(rows, Instant.parse(start), Instant.parse(end), today);
    }

    private static long mean(List<Row> rows, Instant start, Instant end, long today) {
        DayPrices prices = new DayPrices();
        rows.stream()
                .filter(row -> row.at().isBefore(end))
                .forEach(row -> prices.add(row.at().atZone(ZONE).toLocalDate(), row.price()));
        return prices.mean(start.atZone(ZONE).toLocalDate(), end.atZone(ZONE).toLocalDate(), today);
    }
}
