package kontor.ledger.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An account that stores its balance: sum of its entries, never below the floor after a checked change. */
@Entity
class Account {

    @Id
    private long id;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AccountKind kind = AccountKind.MEMBER;

    @Column(updatable = false)
    private String owner = "";

    private long balanceMinor;

    @Column(updatable = false)
    private @Nullable Long floorMinor;

    /** Counts the entries. */
    private long version;

    protected Account() {}

    Account(long id, String owner, long balanceMinor, @Nullable Long floorMinor) {
        this.id = id;
        this.owner = owner;
        this.balanceMinor = balanceMinor;
        this.floorMinor = floorMinor;
    }

    /**
     * Returns the new balance. Only the result counts: being below the floor already refuses even a cost of 0 (L-3).
     */
    long change(Money amount, boolean isChecked) {
        if (isChecked && !bears(amount)) {
            throw new InsufficientCredit();
        }
        if (!amount.isZero()) {
            balanceMinor += amount.minor();
            version++;
        }
        return balanceMinor;
    }

    /** Whether the balance after this change would not lie below the floor. */
    boolean bears(Money amount) {
        return floorMinor == null || balanceMinor + amount.minor() >= floorMinor;
    }

    long id() {
        return id;
    }

    AccountKind kind() {
        return kind;
    }

    String owner() {
        return owner;
    }

    long balanceMinor() {
        return balanceMinor;
    }

    @Nullable
    Long floorMinor() {
        return floorMinor;
    }

    long version() {
        return version;
    }
}
