package kontor.chat.message;

import kontor.platform.web.Cursor;
import kontor.platform.web.ListRequest;
import org.jspecify.annotations.Nullable;

/**
 * The numbers between which a page of the history lies. They have no gaps (H-7), so a page is a span of them, and costs
 * what is on it, however long the conversation is and whatever plan the database keeps.
 */
record Span(long after, long before) {

    /**
     * Going up from {@code afterSeq}, going down from the newest message, or from where the page before has ended; with
     * one more than is shown, which tells that there is a next page. All of them if they are to be counted.
     */
    static Span of(ListRequest request, long afterSeq, long lastSeq) {
        if (request.isCounted()) {
            return new Span(afterSeq, Long.MAX_VALUE);
        }
        long wide = request.limit() + 2L;
        if (request.isDescending()) {
            long before = endOfPage(request, lastSeq + 1);
            return new Span(Math.max(afterSeq, before - wide), before);
        }
        long after = endOfPage(request, Math.min(afterSeq, lastSeq));
        return new Span(after, after + wide);
    }

    /** The last of those before {@code beforeSeq}. */
    static Span before(long beforeSeq, int limit, long lastSeq) {
        long before = Math.min(beforeSeq, lastSeq + 1);
        return new Span(before - limit - 1, before);
    }

    private static long endOfPage(ListRequest request, long otherwise) {
        @Nullable Cursor page = request.after();
        try {
            return page == null ? otherwise : Long.parseLong(String.valueOf(page.sortValue()));
        } catch (NumberFormatException ignored) {
            return otherwise; // forged; the list itself refuses it
        }
    }
}
