package kontor.chat.stream;

import org.jspecify.annotations.Nullable;

/**
 * Where a stream begins.
 *
 * @param after position behind which it is told everything
 * @param opening what it is told first, outside the log
 */
record Cue(long after, Opening opening) {

    private static final int DIGITS_MAX = 18;

    /** How a stream begins. */
    enum Opening {
        /** The client named no event: it has read its lists, or is about to. */
        STARTED,
        /** It goes on where it was. */
        RESUMED,
        /** What it named is not in the log, or not any more: it has to read its lists again. */
        RESET
    }

    /**
     * Reads {@code Last-Event-ID}, which is whatever somebody sends: what is no position of the log begins anew.
     *
     * @param reached from where it is told what happens now
     */
    static Cue of(@Nullable String lastEventId, LiveRows.Extent log, long reached) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return new Cue(reached, Opening.STARTED);
        }
        long named = positionOf(lastEventId);
        // What lies before the oldest row may have been swept, and with it something that the client has not seen.
        boolean isInLog = named >= log.oldest() - 1 && named <= log.newest();
        return isInLog ? new Cue(named, Opening.RESUMED) : new Cue(reached, Opening.RESET);
    }

    private static long positionOf(String text) {
        boolean isNumber = text.length() <= DIGITS_MAX && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text) : -2;
    }
}
