package kontor.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kontor.testkit.KontorTest;
import kontor.testkit.Member;
import kontor.testkit.Members;
import kontor.testkit.TestDatabase;
import kontor.testkit.TopicWriter;
import kontor.testkit.picture.Drawing;
import kontor.testkit.trial.VerifySet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each verify query turns red for the fault it is there for. */
@KontorTest(service = "chat", kafka = KontorTest.Kafka.SHARED)
class VerifyIT {

    private final Chat chat;
    private final VerifySet set;

    VerifyIT(RestTestClient http, Members members, TestDatabase database, TopicWriter writer) {
        chat = new Chat(http, members, database, writer);
        set = new VerifySet(database);
    }

    @TestFactory
    Stream<DynamicTest> noticesPlantedFaults() {
        return Offenders.ALL.tests(set, used());
    }

    @Test
    void findsNothingWhileAllIsWell() {
        used();

        assertThat(set.offenders()).isEmpty();
    }

    @Test
    void hasAFaultForEachQuery() {
        Offenders.ALL.requireOneForEach(set);
    }

    /** Conversations that went through what conversations go through. */
    private Map<String, Long> used() {
        Member ada = chat.members().verified();
        Member ben = chat.members().verified();
        Member staff = chat.members().support(1);
        long own = chat.talk(ada, ben);
        chat.write(ada, own, "one").expect(201);
        chat.write(ben, own, "two").expect(201);
        chat.mark(ben, own, 1).expect(200);
        String picture = chat.attach(ada, own, Drawing.png(8, 8))
                .expect(201)
                .body()
                .path("path")
                .asString("");
        chat.post(ada.bearer(), Chat.at(own) + "/messages", Chat.image(UUID.randomUUID(), picture))
                .expect(201);
        chat.neighbours().await("live_event where conversation_id = %d and seq = 3".formatted(own));
        chat.open(ada, Chat.aboutListing(chat.neighbours().listing(ben))).expect(201);

        long ticket = chat.neighbours().ticket(ada);
        chat.neighbours().assign(ticket, staff, "INVOICE", 7);
        long support = chat.neighbours().conversation("TICKET", ticket);
        chat.write(staff, support, "I look.").expect(201);
        long closed = chat.neighbours().ticket(ada);
        chat.neighbours().assign(closed, staff, "INVOICE", 7);
        chat.neighbours().close(closed, ada.id());
        chat.neighbours().end(closed, staff, "CLOSED", "INVOICE", 7);

        long talk = chat.open(ada, Chat.aboutPurchase(chat.neighbours().purchase(ada, ben)))
                .expect(201)
                .id();
        Member admin = chat.members().admin();
        chat.join(admin, talk).expect(200);
        chat.write(admin, talk, "May I help?").expect(201);
        return Map.of("private", own, "support", support, "talk", talk);
    }
}
