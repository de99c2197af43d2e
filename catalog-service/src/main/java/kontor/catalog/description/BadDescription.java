package kontor.catalog.description;

import kontor.platform.Rejection;

/** The XML description breaks C-9. */
public final class BadDescription extends Rejection {

    BadDescription(String why) {
        super(Kind.RULE_BROKEN, "bad-description", "The description is refused: %s.".formatted(why));
    }
}
