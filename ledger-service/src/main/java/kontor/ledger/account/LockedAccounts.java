package kontor.ledger.account;

import java.util.Map;
import java.util.UUID;
import kontor.platform.rejection.MemberNotVerified;
import org.jspecify.annotations.Nullable;

/** The accounts of members, locked in id order; a member who was never verified has none (L-6). */
public final class LockedAccounts {

    private final Map<UUID, LockedAccount> byMember;

    LockedAccounts(Map<UUID, LockedAccount> byMember) {
        this.byMember = Map.copyOf(byMember);
    }

    public LockedAccount of(UUID memberId) {
        @Nullable LockedAccount account = byMember.get(memberId);
        if (account == null) {
            throw new MemberNotVerified(memberId);
        }
        return account;
    }
}
