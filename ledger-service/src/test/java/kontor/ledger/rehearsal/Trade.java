package kontor.ledger.rehearsal;

import kontor.ledger.escrow.Deals.Deal;
import kontor.ledger.rehearsal.Ledger.Account;

/** The money of a purchase on the market, by the rules as the page words them (L-32, O-28 to O-30). */
final class Trade {

    final Deal deal;
    private final Account buyer;
    private final Account seller;
    private boolean isReturned;
    private boolean isDone;

    /** What the buyer has paid less what was refunded. */
    private long paid;

    long held;
    long fees;
    long cash;

    Trade(Deal deal, Account buyer, Account seller) {
        this.deal = deal;
        this.buyer = buyer;
        this.seller = seller;
    }

    /** What has to be answered to a request for the total, as to those below. */
    String pay(boolean isExternal) {
        if (isExternal) {
            cash = deal.total();
        } else if (buyer.bears(deal.total())) {
            buyer.credit -= deal.total();
        } else {
            return "insufficient-credit";
        }
        held = deal.total();
        paid = deal.total();
        return Ledger.DONE;
    }

    String refund(long value) {
        if (isReturned) {
            return "unknown-reference";
        }
        if (value > paid) {
            return "refund-limit";
        }
        long fromSeller = Math.max(0, value - held);
        held -= value - fromSeller;
        seller.credit -= fromSeller;
        buyer.credit += value;
        paid -= value;
        return Ledger.DONE;
    }

    String charge(long value) {
        if (isReturned) {
            return "unknown-reference";
        }
        if (!buyer.bears(value)) {
            return "insufficient-credit";
        }
        buyer.credit -= value;
        seller.credit += value;
        paid += value;
        return Ledger.DONE;
    }

    boolean hasEnded() {
        return isDone || isReturned;
    }

    void finish() {
        isDone = true;
        fees = deal.fees();
        seller.credit += held - fees;
        held = 0;
    }

    void cancel() {
        isReturned = true;
        buyer.credit += paid;
        seller.credit += held - paid;
        held = 0;
        paid = 0;
    }
}
