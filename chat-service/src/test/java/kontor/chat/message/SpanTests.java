package kontor.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kontor.platform.web.Cursor;
import kontor.platform.web.ListRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of ten of a conversation with a hundred messages. */
class SpanTests {

    private static final int LIMIT = 10;
    private static final long LAST = 100;

    private static ListRequest request(boolean isDescending, boolean isCounted, @Nullable String endOfPage) {
        @Nullable Cursor cursor = endOfPage == null ? null : new Cursor(endOfPage, "7");
        return new ListRequest(LIMIT, "seq", isDescending, isCounted, Map.of(), cursor, "");
    }

    /** Ten and the one behind them. */
    @ParameterizedTest
    @CsvSource({
        "false, , 0, 0, 12",
        "false, , 40, 40, 52",
        "false, , 100, 100, 112",
        "false, , 9223372036854775807, 100, 112",
        "false, 20, 0, 20, 32",
        "false, 60, 40, 60, 72",
        "true, , 0, 89, 101",
        "true, , 95, 95, 101",
        "true, 91, 0, 79, 91",
        "true, 91, 85, 85, 91",
        "true, 5, 0, 0, 5",
    })
    void isAPageAndOneMore(boolean isDescending, @Nullable String endOfPage, long afterSeq, long after, long before) {
        assertThat(Span.of(request(isDescending, false, endOfPage), afterSeq, LAST))
                .isEqualTo(new Span(after, before));
    }

    @ParameterizedTest
    @CsvSource({"101, 90, 101", "9223372036854775806, 90, 101", "50, 39, 50", "1, -10, 1", "0, -11, 0"})
    void isThePageBefore(long beforeSeq, long after, long before) {
        assertThat(Span.before(beforeSeq, LIMIT, LAST)).isEqualTo(new Span(after, before));
    }

    @Test
    void isAllWhereAllAreCounted() {
        assertThat(Span.of(request(false, true, "20"), 5, LAST)).isEqualTo(new Span(5, Long.MAX_VALUE));
    }

    /** The list refuses it, whose type it is not. */
    @Test
    void takesNoNoticeOfAForgedCursor() {
        assertThat(Span.of(request(false, false, "x"), 5, LAST)).isEqualTo(new Span(5, 17));
        assertThat(Span.of(request(true, false, "null"), 5, LAST)).isEqualTo(new Span(89, 101));
    }
}
