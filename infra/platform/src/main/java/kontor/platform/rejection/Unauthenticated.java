package kontor.platform.rejection;

import kontor.platform.Rejection;

/** No token where one is needed, or a bad one anywhere (G-20). */
public final class Unauthenticated extends Rejection {

    public Unauthenticated() {
        super(Kind.UNAUTHENTICATED, "unauthenticated", "Send a valid access token as bearer token.");
    }
}
