package kontor.ledger.purchase;

import java.util.List;
import java.util.UUID;
import kontor.platform.messaging.Origin;
import kontor.platform.messaging.Traces;
import kontor.platform.security.KnownMember;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * One buyer's part of a cart, ready to be booked, with all that is known of the request it came with: somebody else's
 * thread may book it.
 *
 * @param claim what is stored under the caller's key; null for all but the first of several buyers
 * @param traceparent W3C trace header, so that a trace goes on behind the broker
 */
record BookedCart(
        List<BookedLine> lines,
        MakePurchase.Entry entry,
        @Nullable Claim claim,
        String correlationId,
        @Nullable String traceparent) {

    /** The key and the answer to be kept under it. */
    record Claim(RequestKey key, BookedLine.Spliced answer) {}

    static BookedCart of(List<BookedLine> lines, MakePurchase.Entry entry, @Nullable Claim claim) {
        return new BookedCart(lines, entry, claim, Origin.current().correlationId(), Traces.currentParent());
    }

    KnownMember buyer() {
        return lines.getFirst().priced().member();
    }

    UUID buyerId() {
        return buyer().memberId();
    }

    long costMinor() {
        return lines.stream().mapToLong(line -> line.view().totalMinor()).sum();
    }

    /** How many entries his account gets. */
    long steps() {
        return lines.stream().filter(BookedLine::isPosted).count();
    }

    /** Who enters for somebody else is written down (G-45). */
    boolean isAudited() {
        return entry.via() != EnteredVia.SELF;
    }
}
