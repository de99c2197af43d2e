package kontor.platform.rejection;

import kontor.platform.Rejection;

/** The thing already is what the call asks for (G-28). */
public final class AlreadyInState extends Rejection {

    public AlreadyInState(String what) {
        super(Kind.CONFLICT, "already-in-state", "%s already.".formatted(what));
    }
}
