package kontor.ledger.account;

import org.jspecify.annotations.Nullable;

/** A member's or escrow account, locked until the transaction ends; only {@link Journal} hands it out. */
public final class LockedAccount implements Party {

    private final Account account;

    LockedAccount(Account account) {
        this.account = account;
    }

    /** Whether this much may be taken from it within its limit (L-3); nothing is changed. */
    public boolean bears(Money cost) {
        return account.bears(cost.negated());
    }

    String owner() {
        return account.owner();
    }

    /** In minor units. */
    public long balanceMinor() {
        return account.balanceMinor();
    }

    /** Changes the balance; {@code insufficient-credit} if that is checked and would fall below the floor (L-3). */
    Entry change(long id, Money amount, boolean isChecked) {
        long balance = account.change(amount, isChecked);
        @Nullable Long floor = isChecked ? account.floorMinor() : null;
        return new Entry(
                id,
                account.id(),
                account.kind(),
                account.owner(),
                amount.minor(),
                new Entry.Standing(balance, floor, account.version()));
    }
}
