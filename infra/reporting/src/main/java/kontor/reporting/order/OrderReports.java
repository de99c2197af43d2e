package kontor.reporting.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import kontor.reporting.figure.Times;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Orders in quotients (section 10). */
@Configuration(proxyBeanMethods = false)
class OrderReports {

    /** Mean lines and net of an order, by status; one decimal, half up. */
    @Bean
    Report orderMeans() {
        return Report.of(
                "order-means",
                (reading, question) -> reading.sums(Orders.PER_STATUS).stream()
                        .map(sum -> Row.of()
                                .with("status", sum.key("status"))
                                .with("orders", sum.value("orders"))
                                .with("meanLines", mean(sum, "lines"))
                                .with("meanNetMinor", mean(sum, "netMinor")))
                        .toList());
    }

    /** From NEW to DELIVERED, of orders delivered in the range; imported ones were never new here. */
    @Bean
    Report orderHours() {
        return Report.of("order-hours", (reading, question) -> {
            Times times = new Times();
            reading.sums(Orders.TIMES).stream()
                    .filter(sum -> question.covers(sum.key("day")))
                    .forEach(times::add);
            return times.number() == 0
                    ? List.of()
                    : List.of(Row.of()
                            .with("orders", times.number())
                            .with("meanHours", times.mean(Times.HOUR))
                            .with("medianHours", times.percentile(50, Times.HOUR))
                            .with("ninetiethHours", times.percentile(90, Times.HOUR)));
        });
    }

    private static BigDecimal mean(Sum sum, String measure) {
        return BigDecimal.valueOf(sum.value(measure))
                .divide(BigDecimal.valueOf(sum.value("orders")), 1, RoundingMode.HALF_UP);
    }
}
