package kontor.chat.message;

/**
 * How far a member has read.
 *
 * @param unread messages behind that which he has not written himself (H-9)
 */
record ReadMark(long conversationId, long lastReadSeq, long unread) {}
