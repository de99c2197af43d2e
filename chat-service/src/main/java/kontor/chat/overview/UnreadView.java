package kontor.chat.overview;

import java.util.List;

/**
 * What a member has not read yet.
 *
 * @param total of all his conversations
 * @param conversations those with something unread, newest first, 1 000 at most
 */
record UnreadView(long total, List<Unread> conversations) {

    /** Of one conversation. */
    record Unread(long conversationId, long unread) {}
}
