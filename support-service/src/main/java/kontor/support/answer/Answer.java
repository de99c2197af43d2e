package kontor.support.answer;

import org.jspecify.annotations.Nullable;

/**
 * What System answers to a new ticket.
 *
 * @param cannedAnswerId whose text it is; null for the plain receipt
 */
public record Answer(@Nullable Long cannedAnswerId, String text) {}
