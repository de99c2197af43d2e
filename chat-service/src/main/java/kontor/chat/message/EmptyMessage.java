package kontor.chat.message;

import kontor.platform.Rejection;

/** A message has neither text nor image; blanks alone are no text (H-6). */
final class EmptyMessage extends Rejection {

    EmptyMessage() {
        super(Kind.RULE_BROKEN, "empty-message", "A message needs a text, an image, or both.");
    }
}
