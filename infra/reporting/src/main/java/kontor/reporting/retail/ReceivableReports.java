package kontor.reporting.retail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kontor.platform.rejection.InvalidField;
import kontor.reporting.figure.Days;
import kontor.reporting.figure.Reading;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is overdue, and how long customers take (section 4). */
@Configuration(proxyBeanMethods = false)
class ReceivableReports {

    private static final int OF_CLASS = 30;
    private static final List<String> CLASSES = List.of("1-30", "31-60", "61-90", "over 90");

    /** All that customers owe; what is to be paid back to them counts against it. */
    @Bean
    Report receivablesTotal() {
        return Report.of("receivables-total", (reading, question) -> {
            long open = reading.sums(Receivables.OPEN).stream()
                    .mapToLong(sum -> sum.value("openMinor"))
                    .sum();
            return List.of(Row.of().with("customers", "all").with("openMinor", open));
        });
    }

    @Bean
    Report overdue(Clock clock, Days days) {
        return Report.of(
                "overdue",
                Set.of("day"),
                (reading, question) -> byClass(
                        reading,
                        question.value("day").map(ReceivableReports::day).orElseGet(() -> days.date(clock.instant()))));
    }

    @Bean
    Report daysToPay(Receivables receivables) {
        return Report.of("days-to-pay", (reading, question) -> {
            List<Long> paid = reading.states(receivables).values().stream()
                    .filter(ReceivableReports::isPaid)
                    .filter(one -> question.covers(String.valueOf(one.created())))
                    .map(one -> ChronoUnit.DAYS.between(
                            one.created(), Collections.max(one.payments().values())))
                    .toList();
            long sum = paid.stream().mapToLong(Long::longValue).sum();
            return List.of(Row.of()
                    .with("invoices", paid.size())
                    .with(
                            "meanDays",
                            paid.isEmpty()
                                    ? null
                                    : BigDecimal.valueOf(sum)
                                            .divide(BigDecimal.valueOf(paid.size()), 1, RoundingMode.HALF_UP)));
        });
    }

    private static boolean isPaid(Receivables.Receivable one) {
        Receivables.Amounts now = one.now();
        return now != null
                && !one.closed()
                && one.created() != null
                && now.paidMinor() == now.grossMinor()
                && !one.payments().isEmpty();
    }

    /** Live invoices that are not paid by a day; the day of the deadline itself is in time. */
    private static List<Row> byClass(Reading reading, LocalDate day) {
        Map<String, long[]> classes = new LinkedHashMap<>();
        CLASSES.forEach(name -> classes.put(name, new long[2]));
        for (Sum sum : reading.sums(Receivables.OPEN)) {
            long late = ChronoUnit.DAYS.between(LocalDate.parse(sum.key("deadline")), day);
            if (sum.key("live").equals("true") && sum.value("openMinor") > 0 && late > 0) {
                int place = (int) Math.min(CLASSES.size() - 1L, (late - 1) / OF_CLASS);
                long[] of = classes.getOrDefault(CLASSES.get(place), new long[2]);
                of[0]++;
                of[1] = Math.addExact(of[1], sum.value("openMinor"));
            }
        }
        return classes.entrySet().stream()
                .map(one -> Row.of()
                        .with("days", one.getKey())
                        .with("number", one.getValue()[0])
                        .with("openMinor", one.getValue()[1]))
                .toList();
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new InvalidField("day", "is no day");
        }
    }
}
