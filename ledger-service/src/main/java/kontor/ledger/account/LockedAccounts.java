package kontor.ledger.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kontor.platform.rejection.MemberNotVerified;
import org.jspecify.annotations.Nullable;

/** Accounts of members and of purchases, locked in id order; a member who was never verified has none (L-6). */
public final class LockedAccounts {

    private final Map<String, LockedAccount> members;
    private final Map<String, LockedAccount> escrows;

    private LockedAccounts(Map<String, LockedAccount> members, Map<String, LockedAccount> escrows) {
        this.members = Map.copyOf(members);
        this.escrows = Map.copyOf(escrows);
    }

    static LockedAccounts of(List<Account> accounts) {
        return new LockedAccounts(byOwner(accounts, AccountKind.MEMBER), byOwner(accounts, AccountKind.ESCROW));
    }

    private static Map<String, LockedAccount> byOwner(List<Account> accounts, AccountKind kind) {
        return accounts.stream()
                .filter(account -> account.kind() == kind)
                .map(LockedAccount::new)
                .collect(Collectors.toMap(LockedAccount::owner, Function.identity()));
    }

    /** {@code member-not-verified} without one. */
    public LockedAccount of(UUID memberId) {
        return find(memberId).orElseThrow(() -> new MemberNotVerified(memberId));
    }

    public Optional<LockedAccount> find(UUID memberId) {
        return Optional.ofNullable(members.get(memberId.toString()));
    }

    /** It was opened before it was locked. */
    public LockedAccount escrowOf(long purchaseId) {
        @Nullable LockedAccount account = escrows.get(Long.toString(purchaseId));
        if (account == null) {
            throw new IllegalStateException("No account of purchase " + purchaseId);
        }
        return account;
    }
}
