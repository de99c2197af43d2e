package kontor.importer.retail.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kontor.importer.reading.Findings;
import kontor.importer.reading.Wording;
import kontor.importer.retail.source.Clientele;
import kontor.importer.retail.source.Entry;
import kontor.importer.retail.source.Retail;
import kontor.importer.retail.source.Sheet;
import kontor.importer.retail.source.Trade;
import kontor.importer.retail.source.Wares;
import org.jspecify.annotations.Nullable;

/** Ids and names that must differ, names after trimming, NFC and case folding. */
final class Keys {

    private final Findings findings;

    private Keys(Findings findings) {
        this.findings = findings;
    }

    static void check(Retail retail, Findings findings) {
        Keys keys = new Keys(findings);
        keys.ids(retail);
        keys.names(retail);
    }

    private void ids(Retail retail) {
        id(Sheet.CUSTOMERS, retail.clientele().customers());
        id(Sheet.SITES, retail.clientele().sites());
        id(Sheet.VAT_RATES, retail.wares().vatRates());
        id(Sheet.CATEGORIES, retail.wares().categories());
        id(Sheet.PRODUCTS, retail.wares().products());
        id(Sheet.PAYMENT_METHODS, retail.trade().methods());
        id(Sheet.STATUSES, retail.trade().statuses());
        id(Sheet.ORDERS, retail.trade().orders());
        id(Sheet.ORDER_ITEMS, retail.trade().items());
        id(Sheet.ISSUERS, retail.billing().issuers());
        id(Sheet.INVOICES, retail.billing().invoices());
        id(Sheet.INVOICE_ITEMS, retail.billing().items());
    }

    private void names(Retail retail) {
        unique(Sheet.CUSTOMERS, retail.clientele().customers(), "Login", folded(Clientele.Customer::login));
        unique(Sheet.CUSTOMERS, retail.clientele().customers(), "Email", folded(Clientele.Customer::email));
        unique(Sheet.VAT_RATES, retail.wares().vatRates(), "Percentage", Wares.VatRate::percentage);
        unique(Sheet.CATEGORIES, retail.wares().categories(), "Name", folded(Wares.Category::name));
        unique(Sheet.PRODUCTS, retail.wares().products(), "Name", folded(Wares.Product::name));
        unique(Sheet.PAYMENT_METHODS, retail.trade().methods(), "Method", folded(Trade.PaymentMethod::method));
        unique(Sheet.STATUSES, retail.trade().statuses(), "Name", Trade.Status::code);
    }

    private static <T> Function<T, @Nullable Object> folded(Function<T, @Nullable String> name) {
        return entry -> {
            @Nullable String text = name.apply(entry);
            return text == null ? null : Wording.folded(text);
        };
    }

    private <T extends Entry> void id(Sheet sheet, List<T> entries) {
        unique(sheet, entries, "ID", Entry::id);
    }

    private <T extends Entry> void unique(
            Sheet sheet, List<T> entries, String column, Function<? super T, @Nullable Object> value) {
        Map<Object, T> taken = new HashMap<>();
        for (T entry : entries) {
            @Nullable Object key = value.apply(entry);
            @Nullable T other = key == null ? null : taken.putIfAbsent(key, entry);
            if (other != null) {
                findings.add(
                        sheet.line(entry.line()), "%s is the same as that of line %d".formatted(column, other.line()));
            }
        }
    }
}
