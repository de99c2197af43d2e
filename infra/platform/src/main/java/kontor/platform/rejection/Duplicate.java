package kontor.platform.rejection;

import kontor.platform.Rejection;

/** A unique value is taken. */
public final class Duplicate extends Rejection {

    public Duplicate(String what) {
        super(Kind.CONFLICT, "duplicate", "%s is already in use.".formatted(what));
    }
}
