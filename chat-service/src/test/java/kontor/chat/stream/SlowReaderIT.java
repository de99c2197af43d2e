package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import kontor.platform.store.SqlValues;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client that opens a stream and does not read it. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class SlowReaderIT {

    private static final int ROUNDS = 60;
    private static final int NOTICES = 100;

    /** More than the connection's buffers hold, and in each round less than may wait for a reader. */
    private static final int BYTES = 2_000;

    private final Members members;
    private final TestDatabase database;
    private final int port;

    SlowReaderIT(Members members, TestDatabase database, @LocalServerPort int port) {
        this.members = members;
        this.database = database;
        this.port = port;
    }

    private Socket listenWithoutReading(Member member) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream()
                .write("""
                        GET /api/v1/chat/stream HTTP/1.1\r
                        Host: localhost\r
                        Authorization: %s\r
                        \r
                        """.formatted(member.bearer()).getBytes(StandardCharsets.US_ASCII));
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

    @Test
    void isNoHarmToOthers() throws IOException {
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
            assertThat(socket.isConnected()).isTrue();
        }
    }
}
