package kontor.ledger.account;

import org.jspecify.annotations.Nullable;

/**
 * A booked line.
 *
 * @param standing what the account had afterwards; null for community accounts
 */
record Entry(
        long id,
        long accountId,
        AccountKind kind,
        String owner,
        long amountMinor,
        @Nullable Standing standing) {

    /**
     * Where an account that stores its balance stood after the entry.
     *
     * @param floorMinor the floor the balance was checked against, null if none was
     * @param version number of the entry within its account
     */
    record Standing(long balanceMinor, @Nullable Long floorMinor, long version) {}

    @Nullable
    Long balanceMinor() {
        return standing == null ? null : standing.balanceMinor();
    }

    @Nullable
    Long floorMinor() {
        return standing == null ? null : standing.floorMinor();
    }

    @Nullable
    Long version() {
        return standing == null ? null : standing.version();
    }
}
