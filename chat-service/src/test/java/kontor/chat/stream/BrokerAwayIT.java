package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import kontor.testkit.KafkaServer;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/** With the broker away, what is written is stored and read; streams tell it when the broker is back (H-15). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.OWN)
class BrokerAwayIT {

    private static final int BEFORE = 2;
    private static final int ALL = 8;

    private final RestTestClient http;
    private final Members members;
    private final KafkaServer kafka;
    private final int port;

    BrokerAwayIT(RestTestClient http, Members members, KafkaServer kafka, @LocalServerPort int port) {
        this.http = http;
        this.members = members;
        this.kafka = kafka;
        this.port = port;
    }

    private Reader open(Member member) {
        return Reader.open(port, member.bearer()).await(1, "started");
    }

    private static List<Long> seqs(Reader reader) {
        return reader.told("message").stream()
                .map(event -> event.data().get("seq").asLong())
                .toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static void say(Circle circle, Member sender, long first, long last) {
        range(first, last).forEach(number -> circle.say(sender, "Message " + number));
    }

    @Test
    void losesNothingAndTellsItOnceAfterwards() {
        Member ada = members.verified();
        Member bob = members.verified();
        Circle circle = Circle.of(http, ada, bob);
        try (Reader hers = open(ada)) {
            say(circle, bob, 1, BEFORE);
            hers.await(BEFORE, "message");
            String last = hers.told("message").getLast().id();

            kafka.stop();
            say(circle, bob, BEFORE + 1, ALL);

            for (long number : range(1, ALL)) {
                assertThat(circle.message(ada, number).get("text").asString()).isEqualTo("Message " + number);
            }
            try (Reader late = open(bob);
                    Reader back = Reader.open(port, ada.bearer(), last)) {
                kafka.start();

                assertThat(seqs(hers.await(ALL, "message"))).isEqualTo(range(1, ALL));
                assertThat(seqs(late.await(ALL - BEFORE, "message"))).isEqualTo(range(BEFORE + 1, ALL));
                assertThat(seqs(back.await(ALL - BEFORE, "message"))).isEqualTo(range(BEFORE + 1, ALL));
            }
        }
    }
}
