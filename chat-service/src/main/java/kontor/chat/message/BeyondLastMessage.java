package kontor.chat.message;

import kontor.platform.Rejection;

/** Nobody has read what is not written yet (H-9). */
final class BeyondLastMessage extends Rejection {

    BeyondLastMessage(long lastSeq) {
        super(Kind.RULE_BROKEN, "wrong-order", "The conversation has %d messages.".formatted(lastSeq));
    }
}
