package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kontor.chat.ChatInstance;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Readers listen at one instance while another one hears what happens, and come back to another one. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class TwoInstancesIT {

    private final RestTestClient http;
    private final Members members;
    private final TestDatabase database;
    private final KafkaServer kafka;
    private final int port;

    TwoInstancesIT(
            RestTestClient http, Members members, TestDatabase database, KafkaServer kafka, @LocalServerPort int port) {
        this.http = http;
        this.members = members;
        this.database = database;
        this.kafka = kafka;
        this.port = port;
    }

    private static List<Long> seqs(Reader reader) {
        return reader.told("message").stream()
                .map(event -> event.data().get("seq").asLong())
                .toList();
    }

    private static void say(Circle circle, Member sender, int messages) {
        IntStream.range(0, messages).forEach(number -> circle.say(sender, "Message"));
    }

    @Test
    void tellTheSameUnderTheSameIdsAndGoOnForEachOther() {
        Member ada = members.verified();
        Member bob = members.verified();
        Circle circle = Circle.of(http, ada, bob);
        try (Reader here = Reader.open(port, ada.bearer()).await(1, "started")) {
            Reader there;
            try (ChatInstance other = ChatInstance.start(database, kafka)) {
                there = Reader.open(other.port(), ada.bearer()).await(1, "started");
                say(circle, bob, 5);
                here.await(5, "message");
                there.await(5, "message");
                assertThat(there.told("message")).isEqualTo(here.told("message"));
            }
            there.awaitEnd();
            assertThat(there.told("ended").getFirst().data().get("reason").asString())
                    .isEqualTo("STOPPING");
            say(circle, bob, 3);

            try (Reader back =
                    Reader.open(port, ada.bearer(), there.told("message").get(2).id())) {
                assertThat(seqs(back.await(5, "message"))).containsExactly(4L, 5L, 6L, 7L, 8L);
            }
        }
    }

    @Test
    void countAMembersStreamsTogether() {
        Member ada = members.verified();
        try (ChatInstance other = ChatInstance.start(database, kafka)) {
            List<Reader> five = IntStream.range(0, 5)
                    .mapToObj(number -> Reader.open(number < 3 ? port : other.port(), ada.bearer()))
                    .toList();
            assertThat(five).allMatch(reader -> reader.response().statusCode() == 200);

            for (int instance : List.of(port, other.port())) {
                try (Reader sixth = Reader.open(instance, ada.bearer())) {
                    assertThat(sixth.response().statusCode()).isEqualTo(429);
                }
            }
            five.forEach(Reader::close);
        }
    }
}
