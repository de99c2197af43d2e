package kontor.invoice.summary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums over all documents of a period, cancellations below 0, in minor units; each document counts on the day of its
 * own creation.
 *
 * @param count documents, of which {@code cancellations} cancel others
 */
record Summary(
        long count,
        long cancellations,
        long netMinor,
        long vatMinor,
        long grossMinor,
        List<Rate> vat,
        List<DaySum> days,
        List<ProductSum> products) {

    /** The lines of one VAT rate; the VAT is rounded once per document. */
    record Rate(BigDecimal percentage, long netMinor, long vatMinor) {}

    /** The documents of one day. */
    record DaySum(LocalDate day, long count, long cancellations, long netMinor, long vatMinor, long grossMinor) {}

    /** The lines of one product; VAT is not known per product. */
    record ProductSum(long productId, long amount, long netMinor) {}

    /** A line of the summary as a table. */
    record Row(
            String of,
            String key,
            long count,
            long netMinor,
            @Nullable Long vatMinor,
            @Nullable Long grossMinor) {}

    static Summary of(List<Rate> vat, List<DaySum> days, List<ProductSum> products) {
        return new Summary(
                days.stream().mapToLong(DaySum::count).sum(),
                days.stream().mapToLong(DaySum::cancellations).sum(),
                days.stream().mapToLong(DaySum::netMinor).sum(),
                days.stream().mapToLong(DaySum::vatMinor).sum(),
                days.stream().mapToLong(DaySum::grossMinor).sum(),
                vat,
                days,
                products);
    }

    List<Row> rows() {
        return Stream.of(
                        Stream.of(new Row("ALL", "", count, netMinor, vatMinor, grossMinor)),
                        vat.stream()
                                .map(rate -> new Row(
                                        "VAT",
                                        rate.percentage().toPlainString(),
                                        count,
                                        rate.netMinor(),
                                        rate.vatMinor(),
                                        null)),
                        days.stream()
                                .map(day -> new Row(
                                        "DAY",
                                        day.day().toString(),
                                        day.count(),
                                        day.netMinor(),
                                        day.vatMinor(),
                                        day.grossMinor())),
                        products.stream()
                                .map(product -> new Row(
                                        "PRODUCT",
                                        Long.toString(product.productId()),
                                        product.amount(),
                                        product.netMinor(),
                                        null,
                                        null)))
                .flatMap(rows -> rows)
                .toList();
    }
}
