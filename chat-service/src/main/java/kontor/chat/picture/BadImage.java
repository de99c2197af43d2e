package kontor.chat.picture;

import kontor.platform.Rejection;

/** The picture is broken or too large in pixels (H-13). */
final class BadImage extends Rejection {

    BadImage(String why) {
        super(Kind.RULE_BROKEN, "bad-image", "The picture is refused: %s.".formatted(why));
    }
}
