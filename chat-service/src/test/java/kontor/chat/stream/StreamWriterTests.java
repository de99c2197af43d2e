package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kontor.chat.stream.Cue.Opening;
import kontor.platform.messaging.EventJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.util.unit.DataSize;

@Timeout(20)
class StreamWriterTests {

    /** Its token is over, which it is told when somebody looks. */
    private final OpenStream stream = new OpenStream(
            UUID.randomUUID(),
            Duration.ofSeconds(-1),
            new StreamSettings(5, 100, Duration.ofSeconds(10), 100, DataSize.ofMegabytes(1)));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StreamWriter writer = new StreamWriter(stream, out);

    private List<String> told() throws IOException, InterruptedException {
        stream.end(Ending.STOPPING);
        writer.follow();
        return List.of(out.toString(StandardCharsets.UTF_8).split("\n\n"));
    }

    private static Frame notice(long position) {
        return Frame.event(position, "notice", "{}");
    }

    @Test
    void namesAnIdBeforeAnythingHappens() throws IOException, InterruptedException {
        writer.open(new Cue(812, Opening.STARTED));

        assertThat(told())
                .containsExactly(
                        "retry: 1000",
                        "id: 812\nevent: started\ndata: {}",
                        "event: ended\ndata: {\"reason\":\"STOPPING\"}");
    }

    /** What was read from the log may wait in memory as well. */
    @Test
    void tellsNothingTwiceThatTheReaderHas() throws IOException, InterruptedException {
        writer.open(new Cue(812, Opening.RESUMED));
        List.of(811L, 812L, 813L, 815L).forEach(position -> stream.offer(notice(position)));

        assertThat(told())
                .containsExactly(
                        "retry: 1000",
                        "id: 813\nevent: notice\ndata: {}",
                        "id: 815\nevent: notice\ndata: {}",
                        "event: ended\ndata: {\"reason\":\"STOPPING\"}");
    }

    @Test
    void movesTheIdWithABeatButNeverBack() throws IOException, InterruptedException {
        writer.open(new Cue(812, Opening.RESUMED));
        stream.offer(Frame.beat(811));
        stream.offer(Frame.beat(812));
        stream.offer(Frame.beat(820));
        stream.offer(notice(821));

        assertThat(told())
                .startsWith(
                        "retry: 1000",
                        ": beat",
                        ": beat\nid: 812",
                        ": beat\nid: 820",
                        "id: 821\nevent: notice\ndata: {}");
    }

    @Test
    void asksOfWhomWasAwayTooLongToReadAnew() throws IOException, InterruptedException {
        writer.open(new Cue(812, Opening.RESET));

        assertThat(told()).contains("id: 812\nevent: reset\ndata: {}");
    }

    @Test
    void endsWithTheToken() throws IOException, InterruptedException {
        writer.open(new Cue(0, Opening.RESUMED));
        stream.offer(notice(1));
        stream.endWithToken();

        writer.follow();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("id: 1\nevent: notice\ndata: {}\n\nevent: ended\ndata: {\"reason\":\"TOKEN_ENDED\"}\n\n");
    }

    /** Line ends are what a stream is made of. */
    @Test
    void letsNoTextForgeAnEvent() {
        String text = "hello\n\nid: 9\nevent: forged\ndata: {}\r\rdata: x\u2028\u2029\u0085";
        record Message(String text) {}

        String frame = new String(
                Frame.event(5, "message", EventJson.write(new Message(text))).bytes(), StandardCharsets.UTF_8);

        assertThat(frame.split("\r\n|\r|\n", -1)).hasSize(5);
        String json = frame.lines().toList().get(2).substring("data: ".length());
        assertThat(EventJson.read(json, Message.class).text()).isEqualTo(text);
    }
}
