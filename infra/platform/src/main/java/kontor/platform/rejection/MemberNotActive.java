package kontor.platform.rejection;

import java.util.UUID;
import kontor.platform.Rejection;

/** The member named in the request is not active. */
public final class MemberNotActive extends Rejection {

    public MemberNotActive(UUID member) {
        super(Kind.RULE_BROKEN, "member-not-active", "Member %s is not active.".formatted(member));
    }
}
