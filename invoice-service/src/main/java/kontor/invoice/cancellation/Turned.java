package kontor.invoice.cancellation;

import java.util.List;
import kontor.invoice.paper.Paper;
import kontor.invoice.series.Taken;

/** An invoice turned into the document that cancels it: same parties, dates and lines, signs turned (V-11). */
final class Turned {

    private Turned() {}

    static Paper of(Paper invoice, Taken taken, String reason) {
        return new Paper(
                Paper.Kind.CANCELLATION,
                taken.number(),
                invoice.number(),
                reason,
                invoice.seller(),
                invoice.customer(),
                invoice.shipTo(),
                invoice.paymentMethod(),
                invoice.meansCode(),
                taken.creationDate(),
                invoice.deliveryDate(),
                invoice.paymentDeadline(),
                invoice.currency(),
                lines(invoice),
                vat(invoice),
                -invoice.netMinor(),
                -invoice.vatMinor(),
                -invoice.grossMinor());
    }

    private static List<Paper.Line> lines(Paper invoice) {
        return invoice.lines().stream()
                .map(line -> new Paper.Line(
                        line.lineNo(),
                        line.name(),
                        -line.amount(),
                        line.unitPriceMinor(),
                        line.vatPercentage(),
                        -line.netMinor()))
                .toList();
    }

    private static List<Paper.Vat> vat(Paper invoice) {
        return invoice.vat().stream()
                .map(rate -> new Paper.Vat(rate.percentage(), -rate.netMinor(), -rate.vatMinor()))
                .toList();
    }
}
