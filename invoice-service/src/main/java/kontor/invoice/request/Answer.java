package kontor.invoice.request;

import java.util.List;
import kontor.invoice.invoice.InvoiceView;
import kontor.invoice.invoice.InvoiceWithLines;
import kontor.invoice.paper.Paper;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told of his request, kept under its key.
 *
 * @param isGiven whether he was told; else he, or who asks again with the key, is still waiting
 * @param issued the invoice, if there is one by then
 */
record Answer(
        RequestView request, boolean isGiven, @Nullable Issued issued) {

    /** An invoice, in the form that is kept. */
    record Issued(InvoiceView invoice, List<InvoiceWithLines.Line> items, List<Paper.Vat> vat) {

        static Issued of(InvoiceWithLines invoice) {
            return new Issued(invoice.invoice(), invoice.items(), invoice.vat());
        }

        InvoiceWithLines shown() {
            return new InvoiceWithLines(invoice, items, vat);
        }
    }

    static Answer open(RequestView request) {
        return new Answer(request, false, null);
    }

    static Answer given(RequestView request, @Nullable Issued issued) {
        return new Answer(request, true, issued);
    }
}
