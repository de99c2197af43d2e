package kontor.platform.rejection;

import java.util.UUID;
import kontor.platform.Rejection;

/** Only an admin books on a system member. */
public final class SystemMember extends Rejection {

    public SystemMember(UUID member) {
        super(Kind.RULE_BROKEN, "system-member", "Member %s is a system member.".formatted(member));
    }
}
