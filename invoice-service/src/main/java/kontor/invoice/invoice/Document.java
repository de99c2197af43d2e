package kontor.invoice.invoice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kontor.invoice.paper.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A document to be stored as it will stay: what is printed, and what it is about.
 *
 * @param place null for an imported document
 * @param sold what each line of the paper is about, in their order
 * @param actorId who asked for it; the System where nobody did
 * @param cancelsId the cancelled invoice, of a cancellation
 * @param source where it was imported from
 */
public record Document(
        Paper paper,
        @Nullable Place place,
        long issuerId,
        long orderId,
        long customerId,
        Instant issuedAt,
        List<Sold> sold,
        UUID actorId,
        @Nullable Long cancelsId,
        @Nullable Source source) {

    /** Year and number within the series of its issuer. */
    public record Place(int year, int seqNo) {}

    /** What a line is about; the external id is that of the imported line. */
    public record Sold(
            long orderItemId, long productId, @Nullable String externalId) {

        public Sold(long orderItemId, long productId) {
            this(orderItemId, productId, null);
        }
    }

    /** What an imported document was before; prints go on counting. */
    public record Source(String source, String externalId, int printedCopies, boolean cancelled) {}

    public Document {
        sold = List.copyOf(sold);
        if (sold.size() != paper.lines().size()) {
            throw new IllegalArgumentException(
                    "%d lines, but %d things sold".formatted(paper.lines().size(), sold.size()));
        }
    }

    boolean wasCancelled() {
        return source != null && source.cancelled();
    }

    int itemCount() {
        return paper.lines().stream().mapToInt(Paper.Line::amount).sum();
    }
}
