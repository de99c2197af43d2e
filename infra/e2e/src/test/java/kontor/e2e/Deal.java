package kontor.e2e;

import java.util.List;

/**
 * What became of a purchase as far as its parties were told, and what that is worth to each of them by the posting
 * matrix of the domain page.
 *
 * @param total of the purchase, of which the shop's fees are a part
 * @param isExternal whether the total came in from outside
 * @param refunded what went from seller to buyer after the payment, and {@code additional} the other way
 * @param moves the actions that were acknowledged, in order
 */
record Deal(
        long id,
        String status,
        int quantity,
        long total,
        long fees,
        boolean isExternal,
        long refunded,
        long additional,
        List<String> moves) {

    private boolean isPaid() {
        return moves.contains("PAY");
    }

    private boolean isReturned() {
        return isPaid() && status.equals("CANCELLED");
    }

    private boolean isDone() {
        return status.equals("DONE");
    }

    boolean isReserved() {
        return status.equals("OPEN") || status.equals("PAID");
    }

    boolean isConsumed() {
        return status.equals("SHIPPED") || isDone();
    }

    /** What it changed of the buyer's credit. */
    long buyerMinor() {
        long paid = isPaid() && !isExternal ? total : 0;
        long returned = isReturned() ? total + additional - refunded : 0;
        return -paid - additional + refunded + returned;
    }

    /** What it changed of the seller's: he gave what escrow could not, and gets what is left of it when it is done. */
    long sellerMinor() {
        if (isReturned()) {
            return 0;
        }
        long given = isDone() ? refunded : Math.max(0, refunded - total);
        return additional - given + (isDone() ? total - fees : 0);
    }

    /** What is held of it. */
    long escrowMinor() {
        return isPaid() && !isReturned() && !isDone() ? Math.max(0, total - refunded) : 0;
    }

    long feesMinor() {
        return isDone() ? fees : 0;
    }

    long outsideMinor() {
        return isPaid() && isExternal ? total : 0;
    }
}
