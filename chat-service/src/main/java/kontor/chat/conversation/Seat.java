package kontor.chat.conversation;

import java.util.UUID;

/**
 * A member's place in a conversation with his read marker (H-9).
 *
 * @param isIn false for staff that has left; its marker stays
 * @param lastReadSeq the last message he has read, 0 for none
 * @param ownAfterRead messages of his own behind that one
 */
public record Seat(UUID memberId, Role role, boolean isIn, long lastReadSeq, long ownAfterRead) {

    /** Messages that he has neither read nor written, of so many. */
    public long unreadOf(long lastSeq) {
        return lastSeq - lastReadSeq - ownAfterRead;
    }

    /** After he has written this one, the newest: it is read if all before it was. */
    Seat wrote(long seq) {
        return unreadOf(seq - 1) == 0 ? read(seq, 0) : read(lastReadSeq, ownAfterRead + 1);
    }

    Seat read(long seq, long ownBehind) {
        return new Seat(memberId, role, isIn, seq, ownBehind);
    }
}
