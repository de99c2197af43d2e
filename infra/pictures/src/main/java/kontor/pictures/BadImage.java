package kontor.pictures;

import kontor.platform.Rejection;

/** The picture is broken, too large in pixels, or not square where it must be (C-11, H-13). */
final class BadImage extends Rejection {

    BadImage(String why) {
        super(Kind.RULE_BROKEN, "bad-image", "The picture is refused: %s.".formatted(why));
    }
}
