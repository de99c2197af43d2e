package kontor.chat.notice;

import java.time.Instant;

/**
 * A thing of the member's has another status, as streams tell it; the thing itself is read from its owner.
 *
 * @param status a word of the owner's page
 */
record Notice(Subject type, long id, String status, Instant at) {}
