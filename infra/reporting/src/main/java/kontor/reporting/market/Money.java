package kontor.reporting.market;

import java.util.ArrayList;
import java.util.List;
import kontor.reporting.figure.Contribution;
import kontor.reporting.figure.Mismatch;
import kontor.reporting.market.Purchase.Adjustment;
import kontor.reporting.market.Purchase.Moved;
import kontor.reporting.market.Purchase.Terms;

/** Whether what was moved for a purchase is what it says (section 11); escrow follows it (L-32). */
final class Money {

    static final String CHECK = "market-purchase";

    private Money() {}

    static List<Contribution> mismatches(String id, Purchase purchase) {
        List<Contribution> all = new ArrayList<>();
        Terms now = purchase.now();
        long escrow = purchase.on("ESCROW ")
                + sum(purchase.booked().values().stream()
                        .map(Moved::escrowMinor)
                        .toList());
        if (now == null) {
            equal(all, id + " escrow", 0, escrow);
            return all;
        }
        long paid = -purchase.on("MEMBER " + now.buyerId())
                - purchase.on("CASH ")
                - sum(purchase.booked().values().stream().map(Moved::buyerMinor).toList());
        long got = purchase.on("MEMBER " + now.sellerId())
                + purchase.on("FEES ")
                + sum(purchase.booked().values().stream()
                        .map(Moved::sellerMinor)
                        .toList());
        switch (now.status()) {
            case "DONE" -> {
                long due = now.totalMinor()
                        + sum(purchase.adjustments().values().stream()
                                .map(Adjustment::ofBuyer)
                                .toList());
                equal(all, id + " paid", due, paid);
                equal(all, id + " received", due, got);
                equal(all, id + " escrow", 0, escrow);
            }
            case "PAID", "SHIPPED" -> equal(all, id + " escrow", paid - got, escrow);
            default -> {
                // Not paid yet, or all of it went back.
                equal(all, id + " paid", 0, paid);
                equal(all, id + " received", 0, got);
                equal(all, id + " escrow", 0, escrow);
            }
        }
        return all;
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    private static void equal(List<Contribution> all, String id, long expected, long found) {
        if (expected != found) {
            all.add(Mismatch.of(CHECK, id, expected, found));
        }
    }
}
