package kontor.platform.rejection;

import java.util.UUID;
import kontor.platform.Rejection;

/** The member named in the request is not verified. */
public final class MemberNotVerified extends Rejection {

    public MemberNotVerified(UUID member) {
        super(Kind.RULE_BROKEN, "member-not-verified", "Member %s is not verified.".formatted(member));
    }
}
