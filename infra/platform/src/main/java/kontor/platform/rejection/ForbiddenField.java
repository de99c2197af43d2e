package kontor.platform.rejection;

import kontor.platform.Rejection;

/** A field reserved to admins was sent by somebody else (G-22). */
public final class ForbiddenField extends Rejection {

    public ForbiddenField(String field) {
        super(Kind.FORBIDDEN, "forbidden-field", "The field %s is reserved to admins.".formatted(field));
    }
}
