package kontor.platform.rejection;

import kontor.platform.Rejection;

/** The caller has an inactive rank (G-21). */
public final class MemberInactive extends Rejection {

    public MemberInactive() {
        super(Kind.FORBIDDEN, "member-inactive", "Your rank is inactive; ask an admin.");
    }
}
