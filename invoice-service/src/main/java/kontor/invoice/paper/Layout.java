package kontor.invoice.paper;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays a document out on our own page. Whatever comes from the paper goes in as text, never as markup. */
final class Layout {

    /** Element that the payment code is drawn into. */
    static final String CODE = "code";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Template page = Template.of("paper/invoice.html");
    private final Template payment = Template.of("paper/payment.html");
    private final Letters letters;

    Layout(Letters letters) {
        this.letters = letters;
    }

    String page(Paper paper, String mark, boolean hasCode) {
        Map<String, String> fillings = new HashMap<>(texts(paper));
        fillings.put("mark", text(mark));
        fillings.put("customer", customer(paper.customer()));
        fillings.put("shipTo", shipTo(paper.shipTo()));
        fillings.put("address", text(address(paper.seller())));
        fillings.put("imprint", imprint(paper.seller()));
        fillings.put("reversal", reversal(paper));
        Figures figures = Figures.of(paper.currency());
        fillings.put(
                "lines", paper.lines().stream().map(line -> line(line, figures)).collect(Collectors.joining()));
        fillings.put("vat", paper.vat().stream().map(vat -> vat(vat, figures)).collect(Collectors.joining()));
        fillings.put("net", figures.printed(paper.netMinor()));
        fillings.put("vatTotal", figures.printed(paper.vatMinor()));
        fillings.put("gross", figures.printed(paper.grossMinor()));
        fillings.put("scan", hasCode ? """
                <td class="scan"><div class="field"><div id="%s"></div></div>Scan with your bank's app</td>
                """.formatted(CODE) : "");
        fillings.put("payment", paper.kind() == Paper.Kind.INVOICE ? payment.with(fillings) : "");
        return page.with(fillings);
    }

    private Map<String, String> texts(Paper paper) {
        String bankAccount = paper.seller().bankAccount();
        return Map.of(
                "title", paper.title(),
                "number", text(paper.number()),
                "seller", text(paper.seller().name()),
                "bankAccount", text(Iban.in(bankAccount).map(Iban::printed).orElse(bankAccount)),
                "creationDate", day(paper.creationDate()),
                "deliveryDate", day(paper.deliveryDate()),
                "paymentDeadline", day(paper.paymentDeadline()),
                "paymentMethod", text(paper.paymentMethod()),
                "currency", text(paper.currency()));
    }

    private String customer(Paper.Customer customer) {
        return rows(
                strong(customer.name()),
                text(customer.street()),
                text(customer.zipCode() + " " + customer.city()),
                text(country(customer.country())),
                customer.taxIdentifier() == null ? "" : soft("Tax no. " + customer.taxIdentifier()));
    }

    private String shipTo(Paper.ShipTo to) {
        return rows(
                strong(to.name()),
                text(to.street()),
                text(to.zipCode() + " " + to.city()),
                text(country(to.country())),
                to.phone() == null ? "" : soft("Phone " + to.phone()));
    }

    private String imprint(Paper.Seller seller) {
        return text(seller.name() + " · " + address(seller)) + "<br/>"
                + text("Tax no. " + seller.taxIdentifier() + " · Bank account " + seller.bankAccount());
    }

    private static String address(Paper.Seller seller) {
        return String.join(" · ", seller.street(), seller.zipCode() + " " + seller.city(), country(seller.country()));
    }

    private String reversal(Paper paper) {
        String cancels = paper.cancels();
        if (cancels == null) {
            return "";
        }
        String reason = paper.reason();
        return """
                <div class="reversal"><p>This document cancels invoice <span class="strong">%s</span> as a whole.</p>
                %s</div>
                """.formatted(text(cancels), reason == null ? "" : "<p>Reason: %s</p>".formatted(text(reason)));
    }

    private String line(Paper.Line line, Figures figures) {
        return """
                <tr><td class="no">%d</td><td>%s</td><td class="figure">%s</td><td class="figure">%s</td>\
                <td class="figure">%s</td><td class="figure">%s</td></tr>
                """.formatted(
                        line.lineNo(),
                        text(line.name()),
                        String.format(Locale.ROOT, "%,d", line.amount()),
                        figures.printed(line.unitPriceMinor()),
                        rate(line.vatPercentage()),
                        figures.printed(line.netMinor()));
    }

    private static String vat(Paper.Vat vat, Figures figures) {
        return """
                <tr><td class="rate">%s</td><td class="figure">%s</td><td class="figure">%s</td>\
                <td class="figure last">%s</td></tr>
                """.formatted(
                        rate(vat.percentage()),
                        figures.printed(vat.netMinor()),
                        figures.printed(vat.vatMinor()),
                        figures.printed(vat.netMinor() + vat.vatMinor()));
    }

    private static String rows(String... lines) {
        return Stream.of(lines)
                .filter(line -> !line.isBlank())
                .map("<p>%s</p>"::formatted)
                .collect(Collectors.joining());
    }

    private String strong(String text) {
        return "<span class=\"strong\">%s</span>".formatted(text(text));
    }

    private String soft(String text) {
        return "<span class=\"soft\">%s</span>".formatted(text(text));
    }

    private String text(String text) {
        return Template.escaped(letters.printable(text));
    }

    private static String rate(BigDecimal percentage) {
        return Figures.printedRate(percentage) + " %";
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static String day(LocalDate date) {
        return DAY.format(date);
    }
}
