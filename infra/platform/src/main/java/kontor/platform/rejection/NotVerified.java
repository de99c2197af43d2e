package kontor.platform.rejection;

import kontor.platform.Rejection;

/** The caller is not a verified member (G-21). */
public final class NotVerified extends Rejection {

    public NotVerified() {
        super(Kind.FORBIDDEN, "not-verified", "An admin has to verify you first.");
    }
}
