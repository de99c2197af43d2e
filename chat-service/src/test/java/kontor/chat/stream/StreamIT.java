package kontor.chat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kontor.testkit.EventSchema;
import kontor.testkit.Fact;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TopicWriter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Streams of members who write to each other (H-10). */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class StreamIT {

    private static final AtomicLong IDS = new AtomicLong(System.nanoTime() % 1_000_000_000 * 100);

    private final RestTestClient http;
    private final Members members;
    private final TopicWriter topics;
    private final int port;

    StreamIT(RestTestClient http, Members members, TopicWriter topics, @LocalServerPort int port) {
        this.http = http;
        this.members = members;
        this.topics = topics;
        this.port = port;
    }

    private Reader open(Member member) {
        return Reader.open(port, member.bearer()).await(1, "started");
    }

    private Reader comeBack(Member member, String lastEventId) {
        return Reader.open(port, member.bearer(), lastEventId);
    }

    private static List<Long> seqs(Reader reader) {
        return reader.told("message").stream()
                .map(event -> event.data().get("seq").asLong())
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void assertInOrder(Reader reader) {
        assertThat(reader.told().stream().map(Reader.Told::position).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsAllWhoAreInEverythingInOneOrder() {
        Member ada = members.verified();
        Member bob = members.verified();
        try (Reader hers = open(ada);
                Reader his = open(bob)) {
            Circle circle = Circle.of(http, ada, bob);

            for (int number = 1; number <= 12; number++) {
                circle.say(number % 2 == 0 ? ada : bob, "Message " + number);
            }

            assertThat(seqs(hers.await(12, "message"))).isEqualTo(upTo(12));
            assertThat(seqs(his.await(12, "message"))).isEqualTo(upTo(12));
            assertThat(hers.told("joined").getFirst().data().get("members")).hasSize(2);
            Reader.Told first = his.told("message").getFirst();
            assertThat(first.data().get("text").asString()).isEqualTo("Message 1");
            assertThat(first.data().get("conversationId").asLong()).isEqualTo(circle.id());
            assertThat(first.data().get("senderId").asString())
                    .isEqualTo(bob.id().toString());
            assertThat(first.data()).isEqualTo(circle.message(ada, 1));
            assertInOrder(hers);
            assertInOrder(his);
        }
    }

    /** Example 4 of the page. */
    @Test
    void goesOnWhereAStreamWasCutWithoutLossOrRepetition() {
        Member ada = members.verified();
        Member bob = members.verified();
        Circle circle = Circle.of(http, ada, bob);
        Reader cut = open(ada);
        IntStream.rangeClosed(1, 3).forEach(number -> circle.say(bob, "Before " + number));
        cut.await(3, "message").close();
        String last = cut.told("message").getLast().id();
        IntStream.rangeClosed(4, 8).forEach(number -> circle.say(bob, "Meanwhile " + number));

        try (Reader back = comeBack(ada, last)) {
            back.await(5, "message");
            circle.say(bob, "After");
            back.await(6, "message");

            assertThat(seqs(back)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
            assertThat(back.told("started")).isEmpty();
            assertInOrder(back);
        }
        try (Reader again = comeBack(ada, cut.told("message").get(1).id())) {
            assertThat(seqs(again.await(7, "message"))).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
        }
    }

    @Test
    void losesNothingWhileAReaderComesAndGoes() throws InterruptedException {
        Member ada = members.verified();
        List<Member> others = Stream.generate(members::verified).limit(3).toList();
        Circle circle = Circle.of(http, ada, others.toArray(Member[]::new));
        Reader reader = open(ada);
        List<Long> seen = new ArrayList<>();

        Thread talk = Thread.ofVirtual()
                .start(() -> IntStream.range(0, 45).forEach(number -> circle.say(others.get(number % 3), "Message")));
        while (seen.size() < 45) {
            // More than one at a time: that a reader is gone shows by what is written to him, and his places are few.
            reader.await(Math.min(5, 45 - seen.size()), "message").close();
            List<Long> told = seqs(reader);
            seen.addAll(told);
            reader = comeBack(ada, reader.told("message").get(told.size() - 1).id());
        }
        reader.close();
        talk.join();

        assertThat(seen).isEqualTo(upTo(45));
    }

    @Test
    void tellsNothingOfOthers() {
        Member ada = members.verified();
        Member bob = members.verified();
        Member eve = members.verified();
        try (Reader hers = open(eve);
                Reader his = open(bob)) {
            Circle.of(http, ada, bob).say(ada, "For Bob only");
            Circle.of(http, bob, eve).say(bob, "For Eve");

            his.await(2, "message");
            hers.await(1, "message");

            assertThat(hers.told("message")).hasSize(1);
            assertThat(hers.told("message").getFirst().data().get("text").asString())
                    .isEqualTo("For Eve");
            assertThat(hers.told("joined")).hasSize(1);
        }
        try (Reader whole = comeBack(eve, "0")) {
            assertThat(whole.await(1, "message").told().stream()
                            .map(event -> event.data().get("conversationId"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void tellsMarkersToTheirOwnerAlone() {
        Member ada = members.verified();
        Member bob = members.verified();
        Circle circle = Circle.of(http, ada, bob);
        try (Reader hers = open(ada);
                Reader his = open(bob)) {
            circle.say(ada, "One");
            circle.say(ada, "Two");
            his.await(2, "message");
            circle.read(bob, 1);
            circle.say(ada, "Three");

            Reader.Told marker = his.await(event -> event.name().equals("read"));
            assertThat(marker.data().get("lastReadSeq").asLong()).isEqualTo(1);
            assertThat(marker.data().get("conversationId").asLong()).isEqualTo(circle.id());
            hers.await(3, "message");
            hers.await(3, "read");
            assertThat(hers.told("read").stream()
                            .map(event -> event.data().get("lastReadSeq").asLong()))
                    .containsExactly(1L, 2L, 3L);
            assertThat(his.told("read")).hasSize(1);
        }
    }

    @Test
    void letsNoTextForgeAnEvent() {
        Member ada = members.verified();
        Member bob = members.verified();
        Circle circle = Circle.of(http, ada, bob);
        String text = "Hello\n\nid: 1\nevent: closed\ndata: {}\n\n: beat";
        try (Reader reader = open(bob)) {
            circle.say(ada, text);
            circle.say(ada, "Next");

            reader.await(2, "message");

            assertThat(reader.told("closed")).isEmpty();
            assertThat(reader.told("message").getFirst().data().get("text").asString())
                    .isEqualTo(text);
        }
    }

    @Test
    void tellsThePartiesHowTheirPurchaseStands() {
        Member buyer = members.verified();
        Member seller = members.verified();
        try (Reader his = open(buyer);
                Reader hers = open(seller)) {
            long purchase = IDS.incrementAndGet();
            ObjectNode body = (ObjectNode) JsonMapper.shared()
                    .readTree(EventSchema.of("kontor.order.purchase-paid.v1").example());
            body.put("purchaseId", purchase)
                    .put("buyerId", buyer.id().toString())
                    .put("sellerId", seller.id().toString());
            topics.send(Fact.of(
                    "kontor.order.market-purchase.v1", "kontor.order.purchase-paid.v1", purchase, 1, body.toString()));

            for (Reader reader : List.of(his, hers)) {
                Reader.Told notice = reader.await(event -> event.name().equals("notice"));
                assertThat(notice.data().get("type").asString()).isEqualTo("PURCHASE");
                assertThat(notice.data().get("id").asLong()).isEqualTo(purchase);
                assertThat(notice.data().get("status").asString()).isEqualTo("PAID");
            }
        }
    }
}
