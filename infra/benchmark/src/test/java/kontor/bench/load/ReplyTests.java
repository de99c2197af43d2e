package kontor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTests {

    private static final String LONG = "abcdefghijklmnopqrstuvwxyz";

    static Stream<String> wholeReplies() {
        return Stream.of(
                "HTTP/1.1 201 \r\nContent-Length: 5\r\n\r\n{\"a\"}",
                "HTTP/1.1 201 Created\r\ncontent-length: 0\r\nX: y\r\n\r\n",
                "HTTP/1.1 201 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\"}\r\n0\r\n\r\n",
                "HTTP/1.1 201 \r\nTransfer-Encoding: chunked\r\n\r\n1A;x=y\r\n" + LONG + "\r\n3\r\n0\r\n\r\n0\r\n\r\n",
                "HTTP/1.1 201 \r\nX: y\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("wholeReplies")
    void endsWithItsLastByteAndNotBefore(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);

        for (int length = 0; length < bytes.length; length++) {
            assertThat(Reply.in(bytes, length)).as("%d bytes", length).isNull();
        }
        assertThat(Reply.in(bytes, bytes.length)).isEqualTo(new Reply(201, "", false));
    }

    @Test
    void knowsAnAnswerWithoutBody() {
        assertThat(parse("HTTP/1.1 204 No Content\r\n\r\n")).isEqualTo(new Reply(204, "", false));
    }

    @Test
    void seesThatTheConnectionEnds() {
        assertThat(parse("HTTP/1.1 429 \r\nConnection: Close\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new Reply(429, "", true));
    }

    @Test
    void doesNotTakeAHeaderForAnotherThatBeginsLikeIt() {
        assertThat(parse("HTTP/1.1 200 \r\nContent-Length-Hint: 1\r\nContent-Length: 2\r\n\r\nab"))
                .isEqualTo(new Reply(200, "", false));
    }

    @Test
    void saysWhereItLeads() {
        assertThat(parse("HTTP/1.1 201 \r\nLocation: /api/v1/market-purchases/7\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new Reply(201, "/api/v1/market-purchases/7", false));
    }

    @Test
    void refusesAnAnswerThatSaysNoLength() {
        assertThatIllegalStateException().isThrownBy(() -> parse("HTTP/1.1 200 \r\n\r\nabc"));
    }

    private static @org.jspecify.annotations.Nullable Reply parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Reply.in(bytes, bytes.length);
    }
}
