package kontor.importer.retail.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kontor.importer.reading.Findings;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Totals;
import kontor.importer.retail.source.Totals.Sum;
import kontor.importer.retail.source.Wares;

/** No gross price and no total leaves the range of money (G-8): the shop would refuse it half way. */
final class Sums {

    private static final long MONEY_MAX = 9_999_999_999L;

    private final Findings findings;

    private Sums(Findings findings) {
        this.findings = findings;
    }

    static void check(Retail retail, Findings findings) {
        Sums sums = new Sums(findings);
        sums.prices(retail.wares());
        sums.totals(Sheet.ORDERS, retail.trade().orders(), retail.orderSums());
        sums.totals(Sheet.INVOICES, retail.billing().invoices(), retail.invoiceSums());
    }

    private void prices(Wares wares) {
        Map<Long, Wares.VatRate> rates = Retail.byId(wares.vatRates());
        for (Wares.Product product : wares.products()) {
            BigDecimal rate =
                    Objects.requireNonNull(rates.get(product.vatRateId())).percentage();
            Totals gross = new Totals();
            gross.add(rate, product.priceMinor());
            require(Sheet.PRODUCTS, product, gross.sum());
        }
    }

    private void totals(Sheet sheet, List<? extends Entry> entries, Map<Long, Sum> sums) {
        for (Entry entry : entries) {
            require(sheet, entry, Objects.requireNonNull(sums.get(entry.id())));
        }
    }

    private void require(Sheet sheet, Entry entry, Sum sum) {
        if (Math.abs(sum.grossMinor()) > MONEY_MAX) {
            findings.add(sheet.line(entry.line()), "it comes to more money than possible, with VAT");
        }
    }
}
