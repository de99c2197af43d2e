package kontor.ledger.escrow;

import kontor.ledger.account.CommunityAccount;
import kontor.ledger.account.LockedAccount;
import kontor.ledger.account.Money;
import kontor.ledger.account.Posting;

/** What a step changes on the accounts around a purchase: a row of the posting matrix, minor units, in sum 0. */
record Split(long escrowMinor, long sellerMinor, long buyerMinor, long feesMinor, long cashMinor) {

    static final Split NONE = new Split(0, 0, 0, 0, 0);

    Split {
        if (escrowMinor + sellerMinor + buyerMinor + feesMinor + cashMinor != 0) {
            throw new IllegalArgumentException("A split that does not sum to 0");
        }
    }

    /** The accounts that are locked for it. */
    record Parties(LockedAccount escrow, LockedAccount seller, LockedAccount buyer) {}

    /** Whether the buyer can pay what it takes from him; nobody else has to (L-4). */
    boolean isCoveredBy(Parties parties) {
        return buyerMinor >= 0 || parties.buyer.bears(new Money(-buyerMinor));
    }

    /** Adds its lines to a posting. */
    Posting on(Posting posting, Parties parties) {
        Posting whole = posting.credit(parties.escrow, new Money(escrowMinor))
                .credit(parties.seller, new Money(sellerMinor))
                .credit(parties.buyer, new Money(buyerMinor))
                .credit(CommunityAccount.FEES, new Money(feesMinor))
                .credit(CommunityAccount.CASH, new Money(cashMinor));
        return buyerMinor < 0 ? whole.withinLimitOf(parties.buyer) : whole;
    }
}
