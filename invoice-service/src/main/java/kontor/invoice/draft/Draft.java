package kontor.invoice.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import kontor.invoice.invoice.Document;
import kontor.invoice.invoice.Totals;
import kontor.invoice.order.KnownOrder;
import kontor.invoice.paper.Paper;
import kontor.invoice.series.Taken;
import org.jspecify.annotations.Nullable;

/**
 * An invoice without number and dates: what is copied at this moment (V-3), added up (V-5).
 *
 * @param deliveredOn day on which the order became DELIVERED
 */
public record Draft(
        KnownOrder order,
        Paper.Customer customer,
        List<Paper.Line> lines,
        Totals totals,
        String currency,
        @Nullable LocalDate deliveredOn) {

    /**
     * The invoice, with its place in the series.
     *
     * @param wanted delivery date that was asked for; else it is the day of delivery, else today (V-6)
     */
    public Document issued(Taken taken, @Nullable LocalDate wanted, UUID actorId) {
        LocalDate created = taken.creationDate();
        LocalDate delivery = wanted != null ? wanted : Objects.requireNonNullElse(deliveredOn, created);
        Paper paper = new Paper(
                Paper.Kind.INVOICE,
                taken.number(),
                null,
                null,
                taken.seller(),
                customer,
                order.shipTo(),
                order.paymentMethod(),
                order.meansCode(),
                created,
                delivery,
                // From the delivery date on, not from the creation date (V-7).
                delivery.plusDays(order.deadlineDays()),
                currency,
                lines,
                totals.vat(),
                totals.netMinor(),
                totals.vatMinor(),
                totals.grossMinor());
        return new Document(
                paper,
                new Document.Place(taken.year(), taken.seqNo()),
                taken.issuerId(),
                order.orderId(),
                order.customerId(),
                taken.issuedAt(),
                sold(),
                actorId,
                null,
                null);
    }

    private List<Document.Sold> sold() {
        return order.liveItems().stream()
                .map(item -> new Document.Sold(item.orderItemId(), item.productId()))
                .toList();
    }
}
