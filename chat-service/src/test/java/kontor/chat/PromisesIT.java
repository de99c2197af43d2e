package kontor.chat;

import java.util.Set;
import java.util.stream.Collectors;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicReader;
import kontor.testkit.TopicWriter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever was really published fits its contract, and every event that is due was published. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class PromisesIT {

    private static final Set<String> DUE = Set.of(
            "conversation-created",
            "member-joined",
            "member-left",
            "message-posted",
            "read-marker-moved",
            "conversation-closed");

    private final Chat chat;
    private final Wire wire;

    PromisesIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer, TopicReader reader) {
        chat = new Chat(http, members, database, writer);
        wire = new Wire(reader);
    }

    @Test
    void keepsEveryPromise() {
        Member ada = chat.members().verified();
        Member staff = chat.members().support(1);
        long ticket = chat.neighbours().ticket(ada);
        long talk = chat.neighbours().conversation("TICKET", ticket);
        chat.mark(ada, talk, 2).expect(200);
        chat.neighbours().assign(ticket, staff, "ORDER", 7);
        chat.neighbours().end(ticket, staff, "IDLE", "ORDER", 7);
        chat.neighbours().close(ticket, ada.id());

        Awaitility.await().until(this::names, names -> names.containsAll(DUE));
    }

    private Set<String> names() {
        return wire.everything("kontor.chat.conversation.v1").stream()
                .map(Wire.Told::name)
                .collect(Collectors.toSet());
    }
}
