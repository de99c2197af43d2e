package kontor.chat.conversation;

/** As what somebody is in a conversation or writes in it. */
public enum Role {
    /** Belongs to it for good. */
    PARTY,
    /** Helps, as long as he has the right (H-3, H-4). */
    STAFF,
    /** Is in no conversation, and only gives automatic answers. */
    SYSTEM
}
