package kontor.reporting.retail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kontor.reporting.books.Monthly;
import kontor.reporting.figure.Report;
import kontor.reporting.figure.Row;
import kontor.reporting.figure.Sum;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invoices in another arrangement. */
@Configuration(proxyBeanMethods = false)
class InvoiceReports {

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d+)\\D*$");

    /** A series of numbers, which begins at 1. */
    private record Series(Row head, TreeSet<Long> numbers) {

        Row row() {
            List<Long> missing = new ArrayList<>();
            for (long number = 1; number < numbers.last(); number++) {
                if (!numbers.contains(number)) {
                    missing.add(number);
                }
            }
            return head.with("documents", numbers.size())
                    .with("newest", numbers.last())
                    .with("missing", missing.toString());
        }
    }

    @Bean
    Report retailPerMonth() {
        return new Monthly("retail-turnover-per-month", Invoices.TURNOVER);
    }

    @Bean
    Report retailDocumentsPerMonth() {
        return new Monthly("retail-documents-per-month", Invoices.DOCUMENTS);
    }

    @Bean
    Report retailVatPerMonth() {
        return new Monthly("retail-vat-per-month", Invoices.VAT);
    }

    /** The running number is the last one of the printed number, as long as its format ends with it (V-8). */
    @Bean
    Report invoiceSeries() {
        return Report.of("invoice-series", (reading, question) -> {
            Map<String, Series> series = new TreeMap<>();
            for (Sum sum : reading.sums(Invoices.NUMBERS)) {
                Matcher number = LAST_NUMBER.matcher(sum.key("number"));
                if (number.find()) {
                    series.computeIfAbsent(sum.key("issuerId") + " " + sum.key("year"), _ -> begun(sum))
                            .numbers()
                            .add(Long.valueOf(number.group(1)));
                }
            }
            return series.values().stream().map(Series::row).toList();
        });
    }

    private static Series begun(Sum sum) {
        return new Series(
                Row.of().with("issuerId", sum.key("issuerId")).with("year", sum.key("year")), new TreeSet<>());
    }
}
