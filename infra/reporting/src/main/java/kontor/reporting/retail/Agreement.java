package kontor.reporting.retail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Mismatch;

/** Where an invoice, its money and its pieces do not agree (section 11). Imported ones have no postings (G-42). */
final class Agreement {

    static final String LIVE = "invoice";
    static final String CANCELLED = "cancelled-invoice";

    private Agreement() {}

    static List<Contribution> of(String id, Invoice invoice) {
        List<Contribution> all = new ArrayList<>();
        Issued issued = invoice.issued();
        if (issued == null) {
            equal(all, LIVE, id + " RECEIVABLE", 0, invoice.on("RECEIVABLE"));
            return all;
        }
        Cancelled cancelled = invoice.cancelled();
        if (cancelled != null) {
            cancelled(all, id, invoice, issued, cancelled.cancellation());
        } else if (!invoice.imported()) {
            equal(all, LIVE, id + " RETAIL_SALES", issued.netMinor(), invoice.on("RETAIL_SALES"));
            equal(all, LIVE, id + " RECEIVABLE", -issued.grossMinor(), invoice.on("RECEIVABLE"));
        }
        back(all, id, invoice, issued);
        return all;
    }

    private static void cancelled(
            List<Contribution> all, String id, Invoice invoice, Issued issued, Cancelled.Document document) {
        invoice.bookedMinor().forEach((account, sum) -> equal(all, CANCELLED, id + " " + account, 0, sum));
        equal(all, CANCELLED, id + " net", -issued.netMinor(), document.netMinor());
        equal(all, CANCELLED, id + " gross", -issued.grossMinor(), document.grossMinor());
    }

    /** Only what it had, only once, and only when it is cancelled; what is not counted never comes back. */
    private static void back(List<Contribution> all, String id, Invoice invoice, Issued issued) {
        Map<Long, Long> had = new HashMap<>();
        if (invoice.cancelled() != null) {
            issued.items().forEach(line -> had.put(line.orderItemId(), line.amount()));
        }
        invoice.back()
                .forEach((item, pieces) ->
                        equal(all, CANCELLED, id + " item " + item, had.getOrDefault(item, 0L), pieces));
    }

    private static void equal(List<Contribution> all, String check, String id, long expected, long found) {
        if (expected != found) {
            all.add(Mismatch.of(check, id, expected, found));
        }
    }
}
