package kontor.invoice.importing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import kontor.invoice.importing.InvoiceRow.ItemRow;
import kontor.invoice.invoice.Totals;
import kontor.platform.rejection.AmountOutOfRange;
import kontor.platform.rejection.Duplicate;
import kontor.platform.rejection.InFuture;
import kontor.platform.rejection.RowRefused;
import kontor.platform.rejection.UnknownReference;
import kontor.platform.store.PlatformSettings;
import org.springframework.stereotype.Component;

/**
 * Judges rows of invoices. They are taken as they were printed (G-40): neither dates nor texts nor amounts are held
 * against the order; only what names nothing, is still to come, or is there already cannot be.
 */
@Component
class InvoiceCheck {

    private final InvoiceReferences references;
    private final PlatformSettings settings;
    private final Clock clock;

    InvoiceCheck(InvoiceReferences references, PlatformSettings settings, Clock clock) {
        this.references = references;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Refuses the first row at fault.
     *
     * @param rows by their place in the request
     */
    InvoiceNames judge(String source, SortedMap<Integer, InvoiceRow> rows) {
        InvoiceNames names = references.of(source, rows.values());
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        Set<Long> live = new HashSet<>(names.live());
        Set<String> takenItems = new HashSet<>(names.takenItems());
        rows.forEach((no, row) -> {
            String pointer = "/invoices/" + no;
            if (!names.sellers().containsKey(row.issuerId())) {
                throw new UnknownReference(pointer + "/issuerId");
            }
            if (!names.orders().containsKey(row.orderId())) {
                throw new UnknownReference(pointer + "/orderId");
            }
            if (!row.cancelled() && !live.add(row.orderId())) {
                throw new RowRefused(pointer + "/orderId", new Duplicate("A live invoice of the order"));
            }
            if (row.creationDate().isAfter(today)) {
                throw new RowRefused(pointer + "/creationDate", new InFuture());
            }
            requireItems(row, names, takenItems, pointer);
            requireTotal(row, pointer);
        });
        return names;
    }

    private static void requireItems(InvoiceRow row, InvoiceNames names, Set<String> taken, String invoice) {
        Set<Integer> lines = new HashSet<>();
        for (int i = 0; i < row.items().size(); i++) {
            ItemRow item = row.items().get(i);
            String pointer = "%s/items/%d".formatted(invoice, i);
            if (!taken.add(item.externalId())) {
                throw new RowRefused(pointer + "/externalId", new Duplicate("The external id"));
            }
            if (names.item(row, item).isEmpty()) {
                throw new UnknownReference(pointer + "/orderLineNo");
            }
            if (!lines.add(item.orderLineNo())) {
                throw new RowRefused(pointer + "/orderLineNo", new Duplicate("The line of the order"));
            }
        }
    }

    private static void requireTotal(InvoiceRow row, String pointer) {
        try {
            Totals.of(TakenInvoices.lines(row));
        } catch (AmountOutOfRange tooMuch) {
            throw new RowRefused(pointer + "/items", tooMuch);
        }
    }
}
