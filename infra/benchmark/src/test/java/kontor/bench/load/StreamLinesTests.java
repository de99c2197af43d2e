package kontor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamLinesTests {

    /** The second event is cut in two by a chunk. */
    private static final String ANSWER = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream\r
            Transfer-Encoding: chunked\r
            \r
            15\r
            id: 1\ndata: {"a":1}\n\n\r
            d\r
            id: 2\ndata: {\r
            8\r
            "a":22}\n\r
            1\r
            \n\r
            """;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void findsTheDataHoweverItIsCut(int piece) throws IOException {
        List<String> data = new ArrayList<>();
        StreamLines lines = new StreamLines(data::add);
        byte[] bytes = ANSWER.getBytes(StandardCharsets.UTF_8);

        for (int from = 0; from < bytes.length; from += piece) {
            lines.take(ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from)));
        }

        assertThat(lines.status()).isEqualTo(200);
        assertThat(data).containsExactly("{\"a\":1}", "{\"a\":22}");
    }

    @Test
    void seesTheEnd() {
        StreamLines lines = new StreamLines(data -> {});
        byte[] whole = (ANSWER + "0\r\n\r\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> lines.take(ByteBuffer.wrap(whole))).isInstanceOf(IOException.class);
    }
}
