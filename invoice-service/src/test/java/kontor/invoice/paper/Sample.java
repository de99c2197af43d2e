package kontor.invoice.paper;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import kontor.invoice.paper.Paper.Kind;
import kontor.invoice.paper.Paper.Line;
import kontor.invoice.paper.Paper.Vat;
import org.jspecify.annotations.Nullable;

/** Documents for tests: example 3 of the invoice page, unless told otherwise, with totals by G-11. */
final class Sample {

    static final String IBAN = "HU42 1177 3016 1111 1018 0000 0000";

    private final List<Line> lines = new ArrayList<>();
    private String currency = "EUR";
    private String sellerName = "Kontor Trading Ltd.";
    private String sellerTax = "HU12345678";
    private String bankAccount = IBAN;
    private String customerName = "Erika McKenzie";
    private String method = "Wire transfer 15";
    private String means = "58";
    private @Nullable String customerTax = "ATU12345678";

    private Sample() {}

    static Sample empty() {
        return new Sample();
    }

    static Sample usual() {
        return empty().line("Fisher Price hammer", 3, 410, "27")
                .line("Wooden spoon", 1, 95, "27")
                .line("Picture book, second hand", 2, 600, "0");
    }

    static Sample long100() {
        Sample sample = empty();
        for (int i = 1; i <= 100; i++) {
            sample.line("Product of the hundred, number " + i, i, 99L * i, i % 3 == 0 ? "27" : i % 3 == 1 ? "5" : "0");
        }
        return sample;
    }

    Sample line(String name, int amount, long unitPriceMinor, String percentage) {
        lines.add(new Line(
                lines.size() + 1, name, amount, unitPriceMinor, new BigDecimal(percentage), amount * unitPriceMinor));
        return this;
    }

    Sample in(String code) {
        currency = code;
        return this;
    }

    Sample soldBy(String name) {
        sellerName = name;
        return this;
    }

    Sample taxedAs(String seller, @Nullable String customer) {
        sellerTax = seller;
        customerTax = customer;
        return this;
    }

    Sample paidTo(String account) {
        bankAccount = account;
        return this;
    }

    Sample paidBy(String name, String code) {
        method = name;
        means = code;
        return this;
    }

    Sample billedTo(String name) {
        customerName = name;
        return this;
    }

    Paper invoice() {
        return paper(Kind.INVOICE, "4-2026-000018", lines, null, null);
    }

    Paper cancellation(String reason) {
        List<Line> turned = lines.stream()
                .map(line -> new Line(
                        line.lineNo(),
                        line.name(),
                        -line.amount(),
                        line.unitPriceMinor(),
                        line.vatPercentage(),
                        -line.netMinor()))
                .toList();
        return paper(Kind.CANCELLATION, "4-2026-000019", turned, "4-2026-000018", reason);
    }

    private Paper paper(Kind kind, String number, List<Line> lines, @Nullable String cancels, @Nullable String reason) {
        List<Vat> vat = new ArrayList<>();
        lines.stream()
                .collect(groupingBy(Line::vatPercentage, TreeMap::new, summingLong(Line::netMinor)))
                .descendingMap()
                .forEach((rate, net) -> vat.add(new Vat(rate, net, tax(net, rate))));
        long net = vat.stream().mapToLong(Vat::netMinor).sum();
        long tax = vat.stream().mapToLong(Vat::vatMinor).sum();
        return new Paper(
                kind,
                number,
                cancels,
                reason,
                new Paper.Seller(sellerName, "Main street 23", "1119", "Budapest", "HU", sellerTax, bankAccount),
                new Paper.Customer(customerName, "Sackstraße 7", "8010", "Graz", "AT", customerTax),
                new Paper.ShipTo(customerName, "Naschmarkt 11", "1060", "Wien", "AT", "+43 1 5550100"),
                method,
                means,
                LocalDate.of(2026, 3, 27),
                LocalDate.of(2026, 3, 30),
                LocalDate.of(2026, 4, 14),
                currency,
                lines,
                vat,
                net,
                tax,
                net + tax);
    }

    private static long tax(long net, BigDecimal rate) {
        return BigDecimal.valueOf(net)
                .multiply(rate)
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
