package kontor.ledger.account;

import java.math.BigDecimal;

/**
 * An account that is never locked or updated: it only receives entries, so no posting waits for another.
 *
 * @param owner VAT percentage or customer id; empty where the kind has one account only
 */
public record CommunityAccount(AccountKind kind, String owner) implements Party {

    public static final CommunityAccount CASH = new CommunityAccount(AccountKind.CASH, "");
    public static final CommunityAccount STOCK_PURCHASES = new CommunityAccount(AccountKind.STOCK_PURCHASES, "");
    public static final CommunityAccount SHELF_SALES = new CommunityAccount(AccountKind.SHELF_SALES, "");
    public static final CommunityAccount RETAIL_SALES = new CommunityAccount(AccountKind.RETAIL_SALES, "");
    public static final CommunityAccount FEES = new CommunityAccount(AccountKind.FEES, "");

    public CommunityAccount {
        if (kind == AccountKind.MEMBER || kind == AccountKind.ESCROW) {
            throw new IllegalArgumentException(kind + " accounts store their balance and have to be locked.");
        }
    }

    /** One account per customer. */
    public static CommunityAccount receivable(long customerId) {
        return new CommunityAccount(AccountKind.RECEIVABLE, Long.toString(customerId));
    }

    /** One account per rate, named by its plain number: 27, 27.5, 0. */
    public static CommunityAccount vatPayable(BigDecimal percentage) {
        return new CommunityAccount(
                AccountKind.VAT_PAYABLE, percentage.stripTrailingZeros().toPlainString());
    }
}
