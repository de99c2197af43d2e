package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kontor.platform.store.SqlValues;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client that opens a stream and does not read it. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class SlowReaderIT {

    private static final int ROUNDS = 30;
    private static final int NOTICES = 100;

    /** More than the connection's buffers hold, and in each round less than may wait for a reader. */
    private static final int BYTES = 2_000;

    private static final Pattern NOTICE = Pattern.compile("^event: notice$", Pattern.MULTILINE);
    private static final Pattern ID = Pattern.compile("^id: (\\d+)$", Pattern.MULTILINE);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Members members;
    private final TestDatabase database;
    private final int port;

    SlowReaderIT(Members members, TestDatabase database, @LocalServerPort int port) {
        this.members = members;
        this.database = database;
        this.port = port;
    }

    /** Of the older protocol, whose answers come without the seams of chunks. */
    private Socket listenWithoutReading(Member member) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write("""
                        GET /api/v1/chat/stream HTTP/1.0\r
                        Host: localhost\r
                        Authorization: %s\r
                        \r
                        """.formatted(member.bearer()).getBytes(StandardCharsets.US_ASCII));
        Awaitility.await("the stream")
                .atMost(PATIENCE)
                .until(() -> database.asOwner()
                        .sql("select exists (select from open_stream where member_id = ?)")
                        .param(member.id())
                        .query((row, n) -> row.getBoolean(1))
                        .single());
        return socket;
    }

    /** As the listeners log them, under the same lock. */
    private void tell(UUID... whom) {
        database.asOwner()
                .sql("""
                        insert into live_event (position, name, member_id, body, at)
                        select nextval('live_event_seq'), 'NOTICE', m.id, json_build_object('x', repeat('x', ?)), now()
                        from pg_advisory_xact_lock(7051), unnest(cast(? as uuid[])) m (id), generate_series(1, ?)
                        """)
                .params(BYTES, SqlValues.texts(List.of(whom), id -> id), NOTICES)
                .update();
    }

    /** All whole events up to the end, which some find only as a connection that is gone. */
    private static String rest(Socket socket) {
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        byte[] part = new byte[8 * 1024];
        long begun = System.nanoTime();
        try {
            int read = socket.getInputStream().read(part);
            while (read >= 0) {
                rest.write(part, 0, read);
                // A stream that goes on is heard of by its beats.
                assertThat(Duration.ofNanos(System.nanoTime() - begun))
                        .as("until he is cut off")
                        .isLessThan(PATIENCE);
                read = socket.getInputStream().read(part);
            }
        } catch (IOException ignored) {
            // The server has given him up.
        }
        String text = rest.toString(StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf("\n\n") + 1);
    }

    @Test
    void isCutWithoutHarmToOthersAndGoesOnWhereHeWas() throws IOException {
        Member slow = members.verified();
        Member fast = members.verified();
        try (Reader reader = Reader.open(port, fast.bearer()).await(1, "started");
                Socket socket = listenWithoutReading(slow)) {
            for (int round = 1; round <= ROUNDS; round++) {
                tell(slow.id(), fast.id());
                reader.await(round * NOTICES, "notice");
            }
            assertThat(reader.told("notice")).hasSize(ROUNDS * NOTICES);
            assertThat(reader.told("ended")).isEmpty();

            String had = rest(socket);
            long missed = ROUNDS * NOTICES - NOTICE.matcher(had).results().count();

            assertThat(missed).isPositive();
            String last =
                    ID.matcher(had).results().map(MatchResult::group).toList().getLast();
            try (Reader back = Reader.open(port, slow.bearer(), last.substring("id: ".length()))) {
                back.await(Math.toIntExact(missed), "notice");
                assertThat(back.told().stream().map(Reader.Told::position).toList())
                        .hasSize(Math.toIntExact(missed))
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        }
    }
}
